package dev.groundswell.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is erased, and how much was. */
final class ErasureBodies {

    private ErasureBodies() {}

    /** Whom to erase. */
    @Schema(name = "ErasureRequest", description = "Whom to erase: a `member`, an `owner` of deals, or both")
    record Request(
            @Schema(description = "The id of the member", examples = "17")
            @Size(max = 18)
            @Pattern(regexp = "[1-9][0-9]*", message = "must be the id of a member")
            @Nullable
            String member,

            @Schema(description = "The seller, as a CRM calls them") @Valid @Nullable
            Owner owner,

            @Schema(
                    description =
                            "What the person is called, to find them in texts of deals and in what CRMs sent. What others said in confidence is not searched")
            @Size(max = 20)
            @Nullable
            List<
                            @NotNull @Size(min = 3, max = 200)
                            @Pattern(regexp = "(?s)\\S.*\\S", message = "must not begin or end with a space") String>
                    names) {

        @Nullable
        Long memberId() {
            return member == null ? null : Long.valueOf(member);
        }

        PersonErased.@Nullable Seller seller() {
            return owner == null ? null : new PersonErased.Seller(owner.source(), owner.id());
        }

        List<String> namesOrNone() {
            return names == null ? List.of() : names;
        }
    }

    @Schema(
            name = "ErasureOwner",
            description = "A seller, as a source of deals calls them",
            requiredProperties = {"source", "id"})
    record Owner(
            @Schema(description = "The source of the deals", examples = "hubspot") @NotNull @Size(min = 1, max = 60)
            String source,

            @Schema(
                    description = "What was sent as `owner`; of Salesforce, the id of 18 characters",
                    examples = "hs-17")
            @NotNull
            @Size(min = 1, max = 200)
            String id) {}

    @Schema(name = "Erasure", description = "What was removed of a person", requiredProperties = "removed")
    record Erasure(
            @Schema(
                    description =
                            "By kind. What was said in confidence, what was read and which requests were made goes uncounted: that somebody spoke is "
                                    + "nobody's to know")
            @Size(max = 20)
            List<Count> removed) {

        static Erasure of(Removed removed) {
            return new Erasure(removed.counts().entrySet().stream()
                    .map(each -> new Count(each.getKey(), each.getValue()))
                    .toList());
        }
    }

    @Schema(
            name = "ErasureCount",
            description = "How many of a kind were removed",
            requiredProperties = {"kind", "count"})
    record Count(
            @Schema(
                    description =
                            "`members`, `keys`, `deals` (that have no owner any more), `deal_texts`, `deliveries`, `import_rows`. "
                                    + "Clients must accept unknown values",
                    examples = "deals")
            @Size(max = 60)
            String kind,

            @Schema(description = "How many of them", minimum = "0", examples = "3")
            long count) {}
}
