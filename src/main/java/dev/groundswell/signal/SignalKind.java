package dev.groundswell.signal;

/** What a signal is about; the word is the answer's. */
public enum SignalKind {
    reason,
    reason_group,
    outcome,
    competitor,
    price_gap
}
