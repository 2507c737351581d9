/** Groundswell: why deals are lost, told safely by the field and answered by leadership. */
@org.jspecify.annotations.NullMarked
package dev.groundswell;
