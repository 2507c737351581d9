package dev.groundswell.deal;

/** How a reason is known. */
public enum Evidence {
    buyer_stated,
    observed,
    rep_belief
}
