package dev.groundswell.bench;

/**
 * How long and how much.
 *
 * @param deals that stand in the database
 * @param pairs of runs
 * @param seconds a run lasts
 * @param warmUp seconds before the first pair
 */
record Scale(int deals, int pairs, int seconds, int warmUp) {

    /** For a glance, and for CI. */
    static Scale smoke() {
        return new Scale(100_000, 1, 4, 4);
    }

    static Scale full() {
        return new Scale(1_000_000, 5, 10, 20);
    }
}
