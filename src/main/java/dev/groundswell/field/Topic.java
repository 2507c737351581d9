package dev.groundswell.field;

/** What a concern is about. */
public enum Topic {
    price_too_high,
    quota_too_high,
    product_not_competitive,
    market_shift,
    territory,
    policy,
    other
}
