package dev.groundswell.deal;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "LossCreate",
        description = "A lost deal, as it is logged every day: absent leaves, null clears",
        requiredProperties = {"source", "external_id"})
class LossBody extends DealFields {

    @Schema(description = "Where the deal lives, such as the CRM's name", examples = "hubspot")
    @NotNull
    @SourceKey
    public String source;

    @Schema(description = "The deal's id there", examples = "9911")
    @NotNull
    @ExternalId
    public String externalId;
}
