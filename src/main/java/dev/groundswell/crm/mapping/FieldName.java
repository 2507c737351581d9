package dev.groundswell.crm.mapping;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mapping can fill. */
@Schema(name = "MappingField")
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
