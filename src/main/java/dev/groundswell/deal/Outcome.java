package dev.groundswell.deal;

/** How a deal was lost; "why" is a question of its own. */
public enum Outcome {
    lost_to_competitor,
    no_decision,
    in_house,
    postponed,
    disqualified_by_us,
    /** Left out of every rate and count of losses. */
    invalid_duplicate,
    unknown
}
