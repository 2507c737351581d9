package dev.groundswell.catalog;

/** How a reason is known. */
public enum Evidence {
    buyer_stated,
    observed,
    rep_belief
}
