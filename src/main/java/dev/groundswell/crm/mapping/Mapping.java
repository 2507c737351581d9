package dev.groundswell.crm.mapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the payloads of a source mean. */
@Schema(
        name = "Mapping",
        description =
                "What payloads mean. Each variant whose conditions hold is applied; a payload of which none holds is dead",
        requiredProperties = "variants")
public record Mapping(
        @Schema(description = "In the order in which they are applied") @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Valid Variant> variants) {}
