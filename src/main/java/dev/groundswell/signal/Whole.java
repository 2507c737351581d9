package dev.groundswell.signal;

/** What something is a share of; the word is the answer's. */
public enum Whole {
    /** Lost deals of which is known what is asked: their reason, their outcome, or a competitor. */
    lost_deals,
    /** Deals that were lost or won, where the sources tell all wins. */
    closed_deals
}
