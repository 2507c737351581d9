package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SignalWhole",
        description =
                "What something is a share of: lost deals of which is known what is asked, or deals that were lost or won, where "
                        + "the sources tell all wins")
public enum Whole {
    /** Lost deals of which is known what is asked: their reason, their outcome, or a competitor. */
    lost_deals,
    /** Deals that were lost or won, where the sources tell all wins. */
    closed_deals
}
