package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a signal is about")
public enum SignalKind {
    reason,
    reason_group,
    outcome,
    competitor,
    price_gap
}
