package dev.groundswell.crm;

import dev.groundswell.crm.mapping.Mapping;
import dev.groundswell.crm.proof.Proof;
import dev.groundswell.deal.State;
import dev.groundswell.http.CurrencyCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about connections. */
final class ConnectionBodies {

    private static final String URL = "https?://[A-Za-z0-9.:\\[\\]-]{1,255}(/[^?#\\s]*)?";

    private ConnectionBodies() {}

    @Schema(
            name = "ConnectionCreate",
            description = "A CRM to hook up",
            requiredProperties = {"kind", "name", "source"})
    record Create(
            @Schema(description = "One of the kinds of listConnectionKinds", examples = "hubspot")
            @NotNull
            @Size(min = 1, max = 60)
            String kind,

            @Schema(description = "What people call it", examples = "HubSpot, EMEA portal")
            @NotNull
            @Size(min = 1, max = 200)
            String name,

            @Schema(
                    description =
                            "The source of its deals: webhooks, imports and the API meet on one deal by the same source and id",
                    examples = "hubspot")
            @NotNull
            @Size(min = 1, max = 60)
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9_-]*",
                    message = "must be lower-case letters, digits, - and _, such as hubspot")
            String source,

            @Schema(
                    description =
                            "The account at the vendor, such as a portal's or organization's id; what comes from another is refused",
                    examples = "62515")
            @Size(min = 1, max = 200)
            @Nullable
            String account,

            @Schema(description = "What the sender proves itself by, by name; write-only") @Size(max = 20) @Nullable
            Map<@Size(max = 60) String, @NotNull @Size(min = 1, max = 4000) String> secrets,

            @Schema(description = "What payloads mean; absent: as the kind says") @Valid @Nullable
            Mapping mapping,

            @Schema(description = "How the sender proves itself; absent: as the kind says") @Size(max = 20) @Nullable
            List<@NotNull @Valid Proof> proofs,

            @Schema(
                    description = "What this CRM's own stages mean; this goes before the mapping",
                    examples = "{\"1f4f1ec1-8174\": \"lost\"}")
            @Size(max = 1000)
            @Nullable
            Map<@Size(max = 200) String, @NotNull State> stages,

            @Schema(
                    description = "Of amounts that come without a currency; absent: such an amount is unknown",
                    examples = "EUR")
            @CurrencyCode
            @Nullable
            String currency,

            @Schema(
                    description =
                            "The URL as the CRM calls it, where a gateway in between changes it; signatures cover it",
                    examples = "https://hooks.example.com/crm")
            @Size(max = 1000)
            @Pattern(regexp = URL, message = "must be an http or https URL without a query")
            @Nullable
            String calledUrl) {}

    @Schema(
            name = "ConnectionUpdate",
            description = "What to change of a connection: absent keeps, and null clears what can be absent")
    record Update(
            @Schema(description = "What people call it") @Size(min = 1, max = 200) @Nullable
            String name,

            @Schema(description = "The account at the vendor; null: whatever account it comes from is taken")
            @Size(min = 1, max = 200)
            @Nullable
            String account,

            @Schema(description = "Those that are named are replaced, or taken away with null; write-only")
            @Size(max = 20)
            @Nullable
            Map<@Size(max = 60) String, @Size(min = 1, max = 4000) @Nullable String> secrets,

            @Schema(description = "null: as the kind says again") @Valid @Nullable
            Mapping mapping,

            @Schema(description = "null: as the kind says again") @Size(max = 20) @Nullable
            List<@NotNull @Valid Proof> proofs,

            @Schema(description = "All of them anew; deals of the past are read again in the background")
            @Size(max = 1000)
            @Nullable
            Map<@Size(max = 200) String, @NotNull State> stages,

            @Schema(description = "Of amounts that come without a currency; null: such an amount is unknown")
            @CurrencyCode
            @Nullable
            String currency,

            @Schema(description = "The URL as the CRM calls it; null: as it arrives here")
            @Size(max = 1000)
            @Pattern(regexp = URL, message = "must be an http or https URL without a query")
            @Nullable
            String calledUrl) {}

    @Schema(
            name = "Connection",
            description = "A CRM, or the files that it exports, hooked up to the workspace",
            requiredProperties = {"id", "kind", "name", "source", "secrets", "stages", "created_at"})
    record View(
            @Schema(examples = "7") @Size(max = 20) String id,

            @Schema(description = "One of the kinds of listConnectionKinds", examples = "hubspot") @Size(max = 60)
            String kind,

            @Schema(description = "What people call it", examples = "HubSpot, EMEA portal") @Size(max = 200)
            String name,

            @Schema(description = "The source that its deals live in", examples = "hubspot") @Size(max = 60)
            String source,

            @Schema(description = "The account at the vendor; absent: whatever account it comes from is taken")
            @Size(max = 200)
            @Nullable
            String account,

            @Schema(description = "The names of the secrets that it holds") @Size(max = 20)
            Set<@Size(max = 60) String> secrets,

            @Schema(description = "The workspace's own mapping; absent: the kind's holds") @Nullable
            Mapping mapping,

            @Schema(description = "The workspace's own proofs; absent: the kind's hold") @Size(max = 20) @Nullable
            List<Proof> proofs,

            @Schema(description = "What this CRM's own stages mean") @Size(max = 1000)
            Map<String, State> stages,

            @Schema(description = "Of amounts that come without a currency; absent: such an amount is unknown")
            @Size(max = 3)
            @Nullable
            String currency,

            @Schema(description = "The URL as the CRM calls it; absent: as it arrives here") @Size(max = 1000) @Nullable
            String calledUrl,

            @Schema(
                    description =
                            "The URL to give to the CRM, shown when it is made and never again: it holds a secret",
                    examples = "https://groundswell.example.com/v1/hooks/gsh_live_...")
            @Size(max = 2000)
            @Nullable
            String hookUrl,

            @Schema(examples = "2026-11-20T08:30:00Z") Instant createdAt) {}

    @Schema(
            name = "ConnectionKind",
            description = "A kind of CRM: what a connection to it needs, and how what it sends is proved and read",
            requiredProperties = {"kind", "label", "account", "secrets", "proofs", "mapping"})
    record KindView(
            @Schema(description = "What `kind` of a connection takes", examples = "hubspot") @Size(max = 60)
            String kind,

            @Schema(examples = "HubSpot") @Size(max = 200) String label,

            @Schema(description = "What the account of a connection is", examples = "The portal's id") @Size(max = 200)
            String account,

            @Schema(description = "The secrets that a connection can hold") @Size(max = 20)
            List<SecretView> secrets,

            @Schema(description = "How senders prove themselves: of each secret that is held, one way has to hold")
            @Size(max = 20)
            List<Proof> proofs,

            @Schema(description = "What payloads mean, to start your own from")
            Mapping mapping) {

        static KindView of(Kind kind) {
            return new KindView(
                    kind.key(),
                    kind.label(),
                    kind.account(),
                    kind.secrets().stream()
                            .map(secret -> new SecretView(
                                    secret.name(),
                                    secret.description(),
                                    secret.required() || kind.atLeastOneOf().contains(secret.name())))
                            .toList(),
                    kind.proofs(),
                    kind.mapping());
        }
    }

    @Schema(
            name = "ConnectionSecret",
            description = "A secret that a connection of this kind can hold",
            requiredProperties = {"name", "description", "required"})
    record SecretView(
            @Schema(description = "What `secrets` of a connection calls it", examples = "client_secret") @Size(max = 60)
            String name,

            @Schema(description = "What it is, and where the vendor shows it", examples = "Client secret of the app")
            @Size(max = 500)
            String description,

            @Schema(description = "True where the connection cannot do without it, or without another one like it")
            boolean required) {}
}
