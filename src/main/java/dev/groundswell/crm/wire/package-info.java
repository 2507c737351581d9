/** Bytes become one tree, whatever format they have. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm.wire;
