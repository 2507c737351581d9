package dev.groundswell.release;

import dev.groundswell.disclosure.Slice;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Release",
        description = "All that was ever told of what the field said in a period",
        requiredProperties = {"id", "period", "since", "until", "released_on", "k", "reporters", "reason_groups"})
record ReleaseView(
        @Schema(examples = "3") @Size(max = 20) String id,

        @Schema(description = "A quarter, a month, or from one month to another", examples = "2026-Q3") @Size(max = 20)
        String period,

        LocalDate since,
        LocalDate until,
        LocalDate releasedOn,

        @Schema(description = "The people that every number is about, at least", examples = "5", minimum = "3")
        int k,

        @Schema(description = "People who reported, each counted once", examples = "23", minimum = "3")
        int reporters,

        @Schema(
                description =
                        "Reason groups, in them reasons, in those one market dimension, as far as enough people said so. Empty where nothing may be told apart")
        @Size(max = 200)
        List<Part> reasonGroups,

        @Schema(description = "By product; absent where that may not be told") @Size(max = 1000) @Nullable
        List<Part> products,

        @Schema(description = "By segment; absent where that may not be told") @Size(max = 1000) @Nullable
        List<Part> segments,

        @Schema(description = "By region; absent where that may not be told") @Size(max = 1000) @Nullable
        List<Part> regions,

        @Schema(description = "By competitor; absent where that may not be told") @Size(max = 1000) @Nullable
        List<Part> competitors,

        @Schema(description = "How much dearer we were than the competitor, as a part of the competitor's price")
        @Nullable
        Range priceGap,

        @Schema(description = "How much less than our quote would have won, as a part of the quote") @Nullable
        Range discountNeeded,

        @Schema(description = "Words of people who allowed it, unsigned and shuffled, by reason group") @Size(max = 20)
        List<Quotes> quotes,

        @Schema(description = "What leadership answered, the first answer first; none is ever changed or taken back")
        @Size(max = 1000)
        List<ResponseView> responses) {

    @Schema(
            name = "ReleasedPart",
            description = "A part of what was said, and what is in it",
            requiredProperties = {"key"})
    record Part(
            @Schema(
                    description = "A reason group, reason or market key; `other` is what could not be told apart",
                    examples = "price")
            @Size(max = 220)
            String key,

            @Schema(
                    description =
                            "Its part of the period, to the hundredth: each person is one, spread over all that they said",
                    examples = "0.31",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double share,

            @Schema(
                    description =
                            "Instead of a share: so much of the part above, or more, is here, and how much exactly is not told",
                    examples = "0.9",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double atLeast,

            @Schema(description = "Finer parts; absent where there are none that may be told")
            @Size(max = 1000)
            @Nullable
            List<Part> parts) {

        static Part of(Slice slice) {
            return new Part(
                    slice.key(),
                    slice.share(),
                    slice.atLeast(),
                    slice.parts().isEmpty()
                            ? null
                            : slice.parts().stream().map(Part::of).toList());
        }
    }

    @Schema(
            name = "ReleasedQuotes",
            description = "Words about one reason group",
            requiredProperties = {"group", "quotes"})
    record Quotes(
            @Schema(description = "The reason group; clients must accept unknown values", examples = "price")
            @Size(max = 60)
            String group,

            @Schema(description = "Word for word, in no order") @Size(max = 100000)
            List<@Size(max = 2000) String> quotes) {}

    @Schema(
            name = "ListedRelease",
            description = "A release by its name; all of it is at `/v1/releases/{id}`",
            requiredProperties = {"id", "period", "since", "until", "released_on"})
    record Listed(
            @Schema(examples = "3") @Size(max = 20) String id,

            @Schema(description = "A quarter, a month, or from one month to another", examples = "2026-Q3")
            @Size(max = 20)
            String period,

            LocalDate since,
            LocalDate until,
            LocalDate releasedOn) {

        static Listed of(Release release) {
            return new Listed(
                    String.valueOf(release.id),
                    FieldView.name(release.since, release.until),
                    release.since,
                    release.until,
                    release.releasedOn);
        }
    }

    static ReleaseView of(FieldView view, List<Given> answers) {
        var picture = view.picture();
        return new ReleaseView(
                String.valueOf(view.id()),
                view.period(),
                view.since(),
                view.until(),
                view.releasedOn(),
                picture.k(),
                picture.people(),
                parts(picture.slices()),
                further(view, "product"),
                further(view, "segment"),
                further(view, "region"),
                further(view, "competitor"),
                view.range(FieldView.PRICE_GAP),
                view.range(FieldView.DISCOUNT_NEEDED),
                picture.quotes().entrySet().stream()
                        .map(quoted -> new Quotes(quoted.getKey(), quoted.getValue()))
                        .toList(),
                answers.stream().map(ResponseView::of).toList());
    }

    private static @Nullable List<Part> further(FieldView view, String name) {
        Map<String, List<Slice>> views = view.picture().views();
        return views.containsKey(name) ? parts(views.getOrDefault(name, List.of())) : null;
    }

    private static List<Part> parts(List<Slice> slices) {
        return slices.stream().map(Part::of).toList();
    }
}
