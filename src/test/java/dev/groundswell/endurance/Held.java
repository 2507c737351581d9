package dev.groundswell.endurance;

/** Something that a service holds, and that must not grow with time. */
enum Held {
    /** Live objects: the heap after a full collection. */
    heap("heap after collection, MB", 0.05, 8),
    resident("resident memory, MB", 0.05, 48),
    threads("threads", 0.05, 16),
    files("open files", 0.05, 24),
    connections("database connections", 0, 8),
    /** Deliveries, marks of days, and events that are to go out. */
    inbox("rows that wait", 0.2, 1_000);

    final String words;

    private final double share;
    private final long slack;

    /**
     * @param share so much more in the last third of the time than in the middle third is no growth
     * @param slack nor is this, where it is more
     */
    Held(String words, double share, long slack) {
        this.words = words;
        this.share = share;
        this.slack = slack;
    }

    boolean hasGrown(double middle, double last) {
        return last - middle > Math.max(middle * share, slack);
    }
}
