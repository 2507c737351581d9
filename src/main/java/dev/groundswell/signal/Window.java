package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which months are compared.
 *
 * @param period the latest that is complete
 * @param before those before it, the earliest first
 * @param season those of the same quarter a year ago, where five quarters are known; else none
 * @param reference those before the year of which a chart is kept, where there are enough; else none
 * @param kept the year of which a chart is kept, the period last; none where there is no reference
 */
record Window(
        YearMonth period,
        List<YearMonth> before,
        List<YearMonth> season,
        List<YearMonth> reference,
        List<YearMonth> kept) {

    static final int LEAST_BEFORE = 4;
    private static final int MOST_BEFORE = 6;
    private static final int FIVE_QUARTERS = 15;
    private static final int YEAR = 12;
    private static final double MOSTLY = 0.5;
    private static final int LEAST_REFERENCE = 6;

    /**
     * Of a period.
     *
     * @param first the month of the first closed deal
     */
    static Window of(YearMonth period, YearMonth first) {
        var before = until(period, MOST_BEFORE, first);
        boolean hasSeason = !first.isAfter(period.minusMonths(FIVE_QUARTERS));
        var quarter = period.minusYears(1).withMonth((period.getMonthValue() - 1) / 3 * 3 + 1);
        var season = hasSeason ? List.of(quarter, quarter.plusMonths(1), quarter.plusMonths(2)) : List.<YearMonth>of();
        var known = until(period.plusMonths(1), 2 * YEAR, first);
        int kept = Math.min(YEAR, known.size() - LEAST_REFERENCE);
        return kept <= 0
                ? new Window(period, before, season, List.of(), List.of())
                : new Window(
                        period,
                        before,
                        season,
                        known.subList(0, known.size() - kept),
                        known.subList(known.size() - kept, known.size()));
    }

    /** What the period is compared with. */
    List<YearMonth> baseline() {
        var baseline = new ArrayList<>(season);
        baseline.addAll(before);
        return baseline.stream().distinct().toList();
    }

    /** Without months that hardly anything of this book is known of, such as those that an import brought. */
    List<YearMonth> baseline(Book book) {
        return baseline().stream()
                .filter(month -> book.unreadShare(List.of(month)) <= MOSTLY)
                .toList();
    }

    /** How many of the months just before the period are left of these. */
    long monthsBefore(Book book) {
        return book.months(before.stream().filter(baseline(book)::contains).toList());
    }

    /** True where everything is looked at in this month; else the reasons of the whole market alone. */
    boolean isCompared(YearMonth month) {
        return month.equals(period) || before.contains(month) || season.contains(month);
    }

    /** All of them, the earliest first. */
    List<YearMonth> months() {
        return Stream.of(season, before, reference, kept, List.of(period))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<YearMonth> until(YearMonth end, int most, YearMonth first) {
        return Stream.iterate(end.minusMonths(most), month -> month.plusMonths(1))
                .limit(most)
                .filter(month -> !month.isBefore(first))
                .toList();
    }
}
