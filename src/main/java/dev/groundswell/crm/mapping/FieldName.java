package dev.groundswell.crm.mapping;

/** What a mapping can fill. */
public enum FieldName {
    state,
    stage,
    closed_on,
    amount,
    currency,
    owner,
    product,
    segment,
    region,
    outcome,
    reason,
    competitor,
    note,
    price_list,
    price_quoted,
    price_competitor,
    price_would_have_won,
    price_discount_asked,
    price_currency
}
