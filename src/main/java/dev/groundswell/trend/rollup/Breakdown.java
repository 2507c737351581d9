package dev.groundswell.trend.rollup;

/** By what the closed deals are counted, each time all of them. */
public enum Breakdown {
    all,
    product,
    segment,
    region,
    /** By all competitors that a deal names, so that merging two of them later counts no deal twice. */
    competitor
}
