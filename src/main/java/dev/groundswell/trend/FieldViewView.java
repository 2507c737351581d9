package dev.groundswell.trend;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.ReasonGroup;
import dev.groundswell.release.Told;
import dev.groundswell.statistics.Share;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the field says in confidence about a period, beside what the deals of that period say openly. */
@Schema(
        name = "FieldTrend",
        description =
                "What the field said in confidence in a period that was sealed. Counted are people, not deals; every number is about k people at least",
        requiredProperties = {"release", "period", "since", "until", "reporters", "dimension", "series"})
record FieldViewView(
        @Schema(description = "Where all that was told of the period is: `/v1/releases/{id}`", examples = "3")
        @Size(max = 20)
        String release,

        @Schema(description = "A quarter, a month, or from one month to another", examples = "2026-Q3") @Size(max = 20)
        String period,

        LocalDate since,
        LocalDate until,

        @Schema(description = "People who reported, each counted once", examples = "23", minimum = "3")
        int reporters,

        @Schema(description = "What it is parted by: `reason_groups` where single reasons may not be told")
        TrendDimension dimension,

        @Schema(description = "Empty where nothing may be told apart") @Size(max = 1000)
        List<Series> series) {

    @Schema(
            name = "FieldTrendSeries",
            description = "What the field said of one key",
            requiredProperties = {"key", "label"})
    record Series(
            @Schema(description = "`other` is what may not be told apart", examples = "price") @Size(max = 220)
            String key,

            @Schema(examples = "Price") @Size(max = 220) String label,

            @Schema(
                    description =
                            "Its part of what the field said, to the hundredth: each person is one, spread over all that they said",
                    examples = "0.31",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double share,

            @Schema(
                    description = "Lower end of the share's Wilson 95 % interval",
                    examples = "0.17",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double shareLow,

            @Schema(
                    description = "Upper end of the share's Wilson 95 % interval",
                    examples = "0.51",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double shareHigh,

            @Schema(
                    description = "Instead of a share, where nearly everybody says the same: so much of it, or more",
                    examples = "0.9",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double atLeast,

            @Schema(
                    description = "Its share of the deals lost in the same period; absent where none was",
                    examples = "0.44",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double openShare,

            @Schema(
                    description =
                            "The candour gap: `share` less `open_share`. Below zero people say it openly more than they say it in confidence",
                    examples = "-0.13",
                    minimum = "-1",
                    maximum = "1")
            @Nullable
            Double candourGap) {}

    static FieldViewView of(FieldViews.Found found, OpenShares open, Glossary glossary) {
        var view = found.view();
        var named = found.told().stream()
                .filter(told -> !told.isOther())
                .map(Told::key)
                .toList();
        return new FieldViewView(
                String.valueOf(view.id()),
                view.period(),
                view.since(),
                view.until(),
                view.reporters(),
                found.dimension(),
                found.told().stream()
                        .map(told -> series(
                                told,
                                told.isOther() ? "Other" : label(found.dimension(), told.key(), glossary),
                                told.isOther() ? open.besides(named) : open.of(told.key()),
                                view.reporters()))
                        .toList());
    }

    private static Series series(Told told, String label, @Nullable Double open, int reporters) {
        var share = told.share();
        var interval = share == null ? null : Share.of(Math.round(share * reporters), reporters);
        return new Series(
                told.key(),
                label,
                share,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                told.atLeast(),
                open,
                share == null || open == null ? null : share - open);
    }

    private static String label(TrendDimension dimension, String key, Glossary glossary) {
        if (dimension == TrendDimension.reason_groups) {
            return Arrays.stream(ReasonGroup.values())
                    .filter(group -> group.name().equals(key))
                    .findFirst()
                    .map(ReasonGroup::label)
                    .orElse(key);
        }
        if (dimension == TrendDimension.reasons) {
            var id = glossary.reasonByCode(key);
            return id == null ? key : glossary.reason(id).label();
        }
        var value = glossary.marketByKey(Objects.requireNonNull(dimension.market()), key);
        return value == null ? key : value.label();
    }
}
