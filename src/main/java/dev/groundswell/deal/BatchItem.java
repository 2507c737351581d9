package dev.groundswell.deal;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "DealBatchItem",
        description = "One deal of a batch, in any state: absent leaves, null clears",
        requiredProperties = {"source", "external_id"})
class BatchItem extends DealBody {

    @Schema(description = "Where the deal lives, such as the CRM's name", examples = "hubspot")
    @NotNull
    @SourceKey
    public String source;

    @Schema(description = "The deal's id there", examples = "9911")
    @NotNull
    @ExternalId
    public String externalId;
}
