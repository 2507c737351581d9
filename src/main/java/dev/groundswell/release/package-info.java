/**
 * What has left the confidential plane: immutable, the same for everybody, and only ever added to. Takes in nothing but what
 * {@code disclosure} lets through.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.release;
