package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something is a share of; the word is the answer's. */
@Schema(name = "SignalWhole")
public enum Whole {
    /** Lost deals of which is known what is asked: their reason, their outcome, or a competitor. */
    lost_deals,
    /** Deals that were lost or won, where the sources tell all wins. */
    closed_deals
}
