package dev.groundswell.release;

import dev.groundswell.disclosure.Picture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the field said in a period.
 *
 * @param since the first day on which it was said
 * @param until the last one
 */
public record FieldView(long id, LocalDate since, LocalDate until, LocalDate releasedOn, Picture picture) {

    /** How much dearer people were than the competitor, as a part of the competitor's price. */
    public static final String PRICE_GAP = "price_gap";

    /** How much less than their quote would have won, as a part of the quote. */
    public static final String DISCOUNT_NEEDED = "discount_needed";

    /** People who reported, each counted once. */
    public int reporters() {
        return picture.people();
    }

    /** By reason group; empty where nothing may be told apart. */
    public List<Told> reasonGroups() {
        return picture.slices().stream()
                .map(slice -> new Told(slice.key(), slice.share(), slice.atLeast()))
                .toList();
    }

    /** By reason, as far as groups may be told apart; empty where none may. What has no name is {@code other}. */
    public List<Told> reasons() {
        var reasons = new ArrayList<Told>();
        double named = 0;
        for (var group : picture.slices()) {
            for (var reason : group.parts()) {
                if (reason.atLeast() != null && group.share() != null) {
                    reasons.add(new Told(reason.key(), null, hundredths(reason.atLeast() * group.share())));
                    named += group.share();
                } else if (reason.share() != null && !reason.key().equals(Told.OTHER)) {
                    reasons.add(new Told(reason.key(), reason.share(), null));
                    named += reason.share();
                }
            }
        }
        if (!reasons.isEmpty() && hundredths(1 - named) > 0) {
            reasons.add(new Told(Told.OTHER, hundredths(1 - named), null));
        }
        return reasons;
    }

    /** By product, segment, region or competitor; empty where that may not be told. */
    public List<Told> market(String dimension) {
        return picture.views().getOrDefault(dimension, List.of()).stream()
                .map(slice -> new Told(slice.key(), slice.share(), slice.atLeast()))
                .toList();
    }

    /** What people measured, by name; null where too few did. */
    public @Nullable Range range(String name) {
        var quantiles = picture.quantiles().get(name);
        return quantiles == null ? null : new Range(quantiles.lower(), quantiles.median(), quantiles.upper());
    }

    /** What the period is called. */
    public String period() {
        return name(since, until);
    }

    /** A month, a quarter, or from one month to another where periods were joined. */
    public static String name(LocalDate since, LocalDate until) {
        if (since.plusMonths(1).equals(until.plusDays(1))) {
            return since.getYear() + monthOf(since);
        }
        boolean isQuarter = since.plusMonths(3).equals(until.plusDays(1)) && since.getMonthValue() % 3 == 1;
        return isQuarter
                ? since.getYear() + "-Q" + (since.getMonthValue() + 2) / 3
                : since.getYear() + monthOf(since) + "/" + until.getYear() + monthOf(until);
    }

    private static double hundredths(double share) {
        return Math.round(100 * share) / 100.0;
    }

    private static String monthOf(LocalDate day) {
        return "-%02d".formatted(day.getMonthValue());
    }
}
