package dev.groundswell.field;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How fine a release to expect, by headcount alone: it tells nothing of who has spoken. `not_enough_people`: "
                        + "fewer than k; `reason_groups`: groups of reasons, for the company as a whole; `reasons`: single reasons, too, "
                        + "where enough people name them; `reasons_by_market`: most of what is said is told by market, too")
public enum Coverage {
    /** Fewer people than are counted together at least. */
    not_enough_people,
    /** Too few to tell more than groups of reasons, for the company as a whole. */
    reason_groups,
    /** Enough for single reasons where several people name them. */
    reasons,
    /** Enough for single reasons, and where most is said by market, too. */
    reasons_by_market;

    /** Below so many reps only groups of reasons are told. */
    static final int SMALL = 15;

    /** From so many on a reason is often told by market, too: about 91 % of what 30 sellers say in a quarter at k = 5. */
    private static final int LARGE = 30;

    static Coverage of(long reps, int k) {
        if (reps < k) {
            return not_enough_people;
        }
        if (reps < SMALL) {
            return reason_groups;
        }
        return reps < LARGE ? reasons : reasons_by_market;
    }
}
