package dev.groundswell.disclosure;

import java.util.Set;

/** The rules of a seal. In the service all of them hold; each is a constant so that a test can show what it is there for. */
public enum Rule {
    /** What fewer than k people said is merged into "other". */
    MERGE_THE_FEW,
    /** While "other" holds fewer than k people, it takes in the smallest of its siblings. */
    FILL_THE_REST,
    /** A further view is published only if whoever is in the same groups of all views is still one of k. */
    KEEP_CROSSINGS,
    /** Nobody makes up more than half of a group. */
    CAP_THE_LOUD,
    /** Where nine of ten say one thing, it is told as "90 % or more". */
    BLUR_THE_UNANIMOUS,
    /** Quantiles need ten values of k people, are coarse, and are never an end of the range. */
    COARSEN_QUANTILES,
    /** Words are quoted only where ten people let theirs be. */
    TEN_PEOPLE_TO_A_QUOTE,
    /** What was built is attacked before it is published. */
    AUDIT;

    private static final Set<Rule> ALL = Set.of(values());

    public static Set<Rule> all() {
        return ALL;
    }
}
