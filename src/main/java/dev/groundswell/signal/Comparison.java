package dev.groundswell.signal;

import dev.groundswell.statistics.MantelHaenszel;
import dev.groundswell.statistics.Share;
import dev.groundswell.statistics.TwoByTwo;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * A target in some months against others: whether the same sellers name it more often, or less.
 *
 * @param named in so many deals of the period
 * @param deals of the period
 * @param namedBefore in so many deals of the baseline
 * @param dealsBefore of the baseline
 * @param change of the share among the same sellers
 * @param oddsRatio among the same sellers
 * @param greater how likely so much more is, where nothing has changed
 * @param less how likely so much less is, where nothing has changed
 * @param test what the two were found by
 * @param sellers who closed deals in both
 * @param moving those of them whose own share moved the way of the change
 * @param naming sellers who name it: in the period for a rise, in the baseline for a fall
 * @param loudest the part of the deals that name it which is one seller's, at most
 * @param steady true where the change points the same way whichever one seller is left out
 * @param unreadMoved by how much the share of what cannot be read has moved
 */
record Comparison(
        long named,
        long deals,
        long namedBefore,
        long dealsBefore,
        double change,
        double oddsRatio,
        double greater,
        double less,
        Found.Test test,
        long sellers,
        long moving,
        long naming,
        double loudest,
        boolean steady,
        double unreadMoved) {

    private static final int STRATA = 2;

    static Comparison of(Book book, Target target, Collection<YearMonth> period, Collection<YearMonth> baseline) {
        var strata = book.strata(target, period, baseline);
        var common = MantelHaenszel.of(strata);
        var pooled = strata.stream().reduce(new TwoByTwo(0, 0, 0, 0), TwoByTwo::plus);
        boolean isThin = common.strata() < STRATA;
        boolean rises = isThin ? pooled.difference() > 0 : common.excess() > 0;
        ToLongFunction<TwoByTwo> names = rises ? TwoByTwo::with : TwoByTwo::otherWith;
        long all = strata.stream().mapToLong(names).sum();
        long most = strata.stream().mapToLong(names).max().orElse(0);
        return new Comparison(
                book.naming(target, period),
                book.deals(period),
                book.naming(target, baseline),
                book.deals(baseline),
                isThin ? pooled.difference() : common.difference(),
                common.oddsRatio(),
                isThin ? fisher(pooled, AlternativeHypothesis.GREATER_THAN) : common.greater(),
                isThin ? fisher(pooled, AlternativeHypothesis.LESS_THAN) : common.less(),
                isThin ? Found.Test.fisher_exact : Found.Test.cochran_mantel_haenszel,
                strata.stream().filter(Comparison::isInBoth).count(),
                strata.stream()
                        .filter(Comparison::isInBoth)
                        .filter(each -> rises ? each.difference() > 0 : each.difference() < 0)
                        .count(),
                strata.stream().filter(each -> names.applyAsLong(each) > 0).count(),
                all == 0 ? 1 : (double) most / all,
                isSteady(strata, common),
                Math.abs(book.unreadShare(period) - book.unreadShare(baseline)));
    }

    /** The same, found by a chart. */
    Comparison byCusum() {
        return new Comparison(
                named,
                deals,
                namedBefore,
                dealsBefore,
                change,
                oddsRatio,
                greater,
                less,
                Found.Test.cusum,
                sellers,
                moving,
                naming,
                loudest,
                steady,
                unreadMoved);
    }

    boolean isRise() {
        return change > 0;
    }

    Share share() {
        return Share.of(named, deals);
    }

    Share shareBefore() {
        return Share.of(namedBefore, dealsBefore);
    }

    /** True where a change of this target, if there is one, could be shown. */
    boolean isMeasurable() {
        return deals >= Floors.DEALS && dealsBefore >= Floors.DEALS && sellers >= Floors.SELLERS;
    }

    /** True where the change is large, broad and nobody's own. */
    boolean isBroad() {
        return Math.abs(change) >= Floors.CHANGE
                && (isRise() ? named : namedBefore) >= Floors.NAMING
                && naming >= Floors.SELLERS
                && loudest <= Floors.LOUDEST
                && steady;
    }

    /** True where the change may come from what can be read now and could not before, or the other way round. */
    boolean isOfReading() {
        return unreadMoved > Floors.UNREAD * Math.abs(change);
    }

    private static boolean isInBoth(TwoByTwo table) {
        return table.size() > 0 && table.otherSize() > 0;
    }

    private static boolean isSteady(List<TwoByTwo> strata, MantelHaenszel common) {
        return strata.stream()
                .filter(TwoByTwo::informs)
                .map(each -> MantelHaenszel.of(List.of(each)).excess())
                .max(Comparator.comparingDouble(own -> common.excess() > 0 ? own : -own))
                .map(loudest -> (common.excess() - loudest) * common.excess() > 0)
                .orElse(false);
    }

    private static double fisher(TwoByTwo table, AlternativeHypothesis towards) {
        if (!table.informs()) {
            return 1;
        }
        return FisherExactTest.withDefaults()
                .with(towards)
                .test(new int[][] {
                    {Math.toIntExact(table.with()), Math.toIntExact(table.without())},
                    {Math.toIntExact(table.otherWith()), Math.toIntExact(table.otherWithout())}
                })
                .getPValue();
    }
}
