/** Who sent this? Shared secrets and signatures, as data; everything is compared in constant time, over raw bytes. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.crm.proof;
