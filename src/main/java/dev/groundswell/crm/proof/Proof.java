package dev.groundswell.crm.proof;

import dev.groundswell.crm.mapping.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Proof",
        description = "One way in which a sender proves who it is, by a secret that the connection holds",
        requiredProperties = {"kind", "secret"})
public record Proof(
        @Schema(description = "What it is") @NotNull Kind kind,

        @Schema(description = "The name of the connection's secret that it proves", examples = "password")
        @NotNull
        @Size(min = 1, max = 60)
        String secret,

        @Schema(description = "basic: the name of the secret that holds the user", examples = "user")
        @Size(max = 60)
        @Nullable
        String user,

        @Schema(description = "header, query: the name of the header or parameter", examples = "x-api-key")
        @Size(max = 100)
        @Nullable
        String name,

        @Schema(
                implementation = String.class,
                description = "body: where the secret stands in the payload",
                examples = "/token",
                maxLength = 500)
        @Nullable
        Place at,

        @Schema(description = "signature: the recipe") @Valid @Nullable
        Recipe recipe) {

    @Schema(
            name = "ProofKind",
            description =
                    "`basic`: HTTP basic authentication; `header`: the secret, with or without `Bearer`, in a header; `query`: in a "
                            + "parameter of the URL; `body`: in the payload; `signature`: by a recipe; `http_signature`: HTTP message "
                            + "signatures (RFC 9421); `hubspot`: HubSpot's signatures, versions 1 to 3")
    public enum Kind {
        /** HTTP basic authentication. */
        basic,
        /** A header that holds the secret, with or without "Bearer". */
        header,
        /** A parameter of the URL that holds the secret. */
        query,
        /** A place in the payload that holds the secret. */
        body,
        /** A signature by a recipe. */
        signature,
        /** HTTP message signatures (RFC 9421). */
        http_signature,
        /** HubSpot's signatures, versions 1 to 3. */
        hubspot
    }
}
