/** Finds what has really changed in the market: what the same sellers now hear more often, or less. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.signal;
