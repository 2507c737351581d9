/**
 * What reps say in confidence, and the sealing of it. Nothing else reads a raw row of theirs; what leaves goes through
 * {@code disclosure} and is published by {@code release}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.field;
