package dev.groundswell.bench;

/**
 * What one run showed.
 *
 * @param rate a second
 * @param median of how long one took, in milliseconds
 * @param p99 the same, of the slowest hundredth
 */
record Figures(double rate, double median, double p99) {}
