package dev.groundswell.disclosure;

/**
 * The middle of what was measured: the quarter, the half and three quarters, to 0.05. The ends of the range belong to single
 * people and are never told.
 */
public record Quantiles(double lower, double median, double upper) {}
