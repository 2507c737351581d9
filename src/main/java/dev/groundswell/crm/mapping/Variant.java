package dev.groundswell.crm.mapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "MappingVariant",
        description = "How payloads of one shape are read",
        requiredProperties = {"name", "id", "fields"})
public record Variant(
        @Schema(description = "What people call this shape", examples = "v2") @NotNull @Size(min = 1, max = 60)
        String name,

        @Schema(description = "What it reads; absent: webhooks") @Nullable
        Use reads,

        @Schema(description = "A payload has this shape where all of these hold") @Size(max = 20) @Nullable
        List<@NotNull @Valid Condition> when,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                description =
                        "Where the items are: each element of an array that is found there, or the object. Absent: the payload is the item")
        @Size(max = 10)
        @Nullable
        List<@NotNull Place> items,

        @Schema(description = "Items for which one of these fails are ignored: they are not about deals")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Valid Condition> of,

        @Schema(description = "The deal's id") @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Valid Pick> id,

        @Schema(
                description =
                        "What names this event, all of it together: the same again is a repetition. Absent: nothing does")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Valid Pick> event,

        @Schema(description = "When the source learned this. Absent: when it was received") @Size(max = 20) @Nullable
        List<@NotNull @Valid Pick> time,

        @Schema(description = "The vendor's account, which has to be the connection's where that names one")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Valid Pick> account,

        @Schema(description = "The deal's fields, by name") @NotNull @Size(max = 30)
        Map<@NotNull FieldName, @NotNull @Size(max = 20) List<@NotNull @Valid Pick>> fields) {

    @Schema(
            name = "MappingUse",
            description = "What comes in: requests of webhooks, or the rows of CSV and NDJSON files")
    public enum Use {
        webhooks,
        /** Rows of a CSV or NDJSON file. */
        exports
    }

    Use readsOrDefault() {
        return reads == null ? Use.webhooks : reads;
    }
}
