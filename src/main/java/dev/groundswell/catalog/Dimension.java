package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the market can be cut by, besides the source. A seller is none of them")
public enum Dimension {
    product,
    segment,
    region,
    competitor
}
