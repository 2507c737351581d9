package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One way to find a value: where, under which conditions, read how, and translated into what. */
@Schema(
        name = "MappingPick",
        description = "One way to find a value. Of several ways the first whose place is present holds, be it null")
public record Pick(
        @Schema(
                implementation = String.class,
                description =
                        "A JSON Pointer into the item; `^/..` into the whole payload; `?name` a query parameter; `@name` a header; "
                                + "`/list[key=name]/value` looks up in a list of keys and values",
                examples = "/data/lost_reason",
                maxLength = 500)
        @Nullable
        Place at,

        @Schema(description = "A fixed value, instead of a place", examples = "withdrawn") @Size(max = 200) @Nullable
        String constant,

        @Schema(description = "Only where all of these hold") @Size(max = 20) @Nullable
        List<@NotNull @Valid Condition> when,

        @Schema(
                implementation = String.class,
                description =
                        "How to read it: text, id, salesforce_id, decimal, minor_units, micros, epoch_s, epoch_ms, iso, naive_utc, "
                                + "ms_date, date, or date:<pattern>",
                examples = "date:MM-dd-yyyy",
                maxLength = 60)
        @Nullable
        Converter as,

        @Schema(
                description =
                        "Translates values; case does not matter, and `*` is any other. One that is not listed is unknown",
                examples = "{\"Closed Lost\": \"lost\"}")
        @Size(max = 500)
        @Nullable
        Map<@Size(max = 200) String, @NotNull @Size(max = 200) String> values,

        @Schema(
                description = "Stands before the text, so that a bare number says what it is",
                examples = "Odoo lost reason ")
        @Size(max = 60)
        @Nullable
        String prefix,

        @Schema(description = "Parts one text into several", examples = ";") @Size(min = 1, max = 5) @Nullable
        String split) {

    /** The raw value; missing where this way finds none. */
    JsonNode raw(Item item) {
        if (!Condition.allHold(when, item)) {
            return MissingNode.getInstance();
        }
        if (constant != null) {
            return TextNode.valueOf(constant);
        }
        return at == null ? MissingNode.getInstance() : at.in(item);
    }

    /** The value of a text under the value map, in which "*" is any other: null where the map does not know it. */
    @Nullable
    String translate(String text) {
        if (values == null) {
            return text;
        }
        for (var entry : values.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(text.strip())) {
                return entry.getValue();
            }
        }
        return values.get("*");
    }
}
