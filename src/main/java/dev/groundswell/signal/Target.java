package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may have become more or less frequent.
 *
 * @param key a reason's code, a reason group, an outcome, or a competitor's key
 */
record Target(Kind kind, String key) {

    @Schema(name = "SignalTarget", description = "What a share is asked of")
    enum Kind {
        reason,
        reason_group,
        outcome,
        competitor
    }
}
