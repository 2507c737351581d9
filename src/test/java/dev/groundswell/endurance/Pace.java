package dev.groundswell.endurance;

/**
 * How long clients wait between two requests, in milliseconds.
 */
enum Pace {
    /** As fast as a small machine takes it beside the killing. */
    brisk(20, 100, 20, 100, 200, 200),
    /** Beside other tests, which need the machine as well. */
    moderate(60, 300, 60, 200, 400, 400),
    /** What is left to do afterwards is little. */
    steady(100, 2_000, 100, 500, 1_000, 1_000);

    final int losses;
    final int batches;
    final int deliveries;
    final int reports;
    final int concerns;
    final int reads;

    Pace(int losses, int batches, int deliveries, int reports, int concerns, int reads) {
        this.losses = losses;
        this.batches = batches;
        this.deliveries = deliveries;
        this.reports = reports;
        this.concerns = concerns;
        this.reads = reads;
    }
}
