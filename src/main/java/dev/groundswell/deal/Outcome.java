package dev.groundswell.deal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "How a deal was lost: why is a question of its own. `invalid_duplicate` is left out of every rate and count of "
                        + "losses, `disqualified_by_us` of win rates")
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
