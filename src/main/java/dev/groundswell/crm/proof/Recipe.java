package dev.groundswell.crm.proof;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SignatureRecipe",
        description = "How a signature is made",
        requiredProperties = {"header", "algorithm", "parts", "encoding"})
public record Recipe(
        @Schema(description = "The header that holds it", examples = "x-hub-signature-256")
        @NotNull
        @Size(min = 1, max = 100)
        String header,

        @NotNull Algorithm algorithm,

        @Schema(description = "How the secret is written; absent: utf8") @Nullable
        Key key,

        @Schema(
                description =
                        "What is signed, one after the other: `{method}`, `{url}`, `{body}`, `{timestamp}`, `{header:name}`; anything else "
                                + "is itself",
                examples = "[\"{timestamp}\", \".\", \"{body}\"]")
        @NotNull
        @Size(min = 1, max = 10)
        List<@NotNull @Size(min = 1, max = 120) String> parts,

        @NotNull Encoding encoding,

        @Schema(description = "Stands before the signature; values with another one are skipped", examples = "sha256=")
        @Size(max = 20)
        @Nullable
        String prefix,

        @Schema(description = "Parts several signatures in the header, of which one has to hold", examples = " ")
        @Size(min = 1, max = 3)
        @Nullable
        String separator,

        @Schema(
                description = "The header that holds the time; absent: the time is not signed",
                examples = "webhook-timestamp")
        @Size(max = 100)
        @Nullable
        String timestampHeader,

        @Schema(description = "The unit of the time; absent: seconds") @Nullable
        Unit timestampUnit,

        @Schema(description = "How many seconds the time may differ, to both sides; absent: 300")
        @Min(1)
        @Max(86400)
        @Nullable
        Integer toleranceSeconds) {

    @Schema(name = "SignatureAlgorithm", description = "How a signature is computed")
    public enum Algorithm {
        hmac_sha256,
        hmac_sha512,
        ed25519,
        rsa_sha256
    }

    @Schema(
            name = "SecretNotation",
            description =
                    "How a secret is written. `whsec`: base64 after `whsec_` (a shared secret) or `whpk_` (a public key)")
    public enum Key {
        utf8,
        hex,
        base64,
        /** base64 after {@code whsec_} (a shared secret) or {@code whpk_} (a public key). */
        whsec
    }

    @Schema(
            name = "SignatureEncoding",
            description =
                    "How a signature is written. `id_hex`, `id_raw`: base64 of an id, a colon and the signature, in hexadecimal or raw")
    public enum Encoding {
        hex,
        base64,
        /** base64 of an id, a colon and the hexadecimal signature. */
        id_hex,
        /** base64 of an id, a colon and the raw signature. */
        id_raw
    }

    @Schema(name = "SignatureTimeUnit", description = "What a time counts: seconds or milliseconds since 1970")
    public enum Unit {
        s,
        ms
    }

    private static final int TOLERANCE = 300;

    Key keyOrDefault() {
        return key == null ? Key.utf8 : key;
    }

    int tolerance() {
        return toleranceSeconds == null ? TOLERANCE : toleranceSeconds;
    }
}
