package dev.groundswell.signal;

/** What there has to be before anything is said, however small a p-value is; measured by a simulation (docs/signals.md). */
final class Floors {

    /** In the period, and before it. */
    static final int DEALS = 20;
    /** Deals that name it. */
    static final int NAMING = 5;
    /** Sellers who name it: as many as a group of the confidential plane has by default. */
    static final int SELLERS = 5;
    /** Of fewer not even an indication is told: it would be about one or two people. */
    static final int SELLERS_OF_AN_INDICATION = 3;
    /** In shares: five points. */
    static final double CHANGE = 0.05;
    /** One seller's part of the deals that name it, at most. */
    static final double LOUDEST = 0.5;
    /** The part of the change by which what is unread may have moved, at most. */
    static final double UNREAD = 0.5;
    /**
     * Rates of false discoveries: seven hundredths in all, most of it for the reasons of the whole market. One list of everything would
     * find a third fewer of their changes, for the sake of details.
     */
    static final double FALSE_HEADLINES = 0.06;

    static final double FALSE_DETAILS = 0.01;

    private Floors() {}
}
