package dev.groundswell.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What is claimed of the market, of the product or of how the company sells: by the field in a concern, by "
                        + "leadership in a dispute")
public enum Topic {
    price_too_high,
    quota_too_high,
    product_not_competitive,
    market_shift,
    territory,
    policy,
    other
}
