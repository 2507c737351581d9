package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up companies of unlike sellers, in which nothing changes or one reason is named more often: what a scan says of them.
 * As a program it prints the table of docs/signals.md; its arguments are the months and the seed.
 */
final class Simulation {

    private static final int SELLERS = 30;
    private static final YearMonth PERIOD = YearMonth.of(2026, 10);

    private static final double[] REASONS = {.22, .16, .12, .10, .09, .08, .07, .05, .04, .03, .02, .02};
    private static final double[] OUTCOMES = {.4, .25, .1, .1, .08, .07};
    private static final double[] COMPETITORS = {.35, .25, .2, .1, .1};
    private static final int REASONS_OF_A_GROUP = 2;
    private static final double WINS_A_LOSS = 1;
    private static final int VALUES = 3;
    private static final int SOURCES = 2;
    /** The part of sellers who come after the first month, and of those who go before the last one. */
    private static final double COMING = 0.15;

    /** The part of losses of which both prices are known; the gap that all sellers have in common; how far sellers and deals are from it. */
    private static final double PRICED = 0.4;

    private static final double GAP = 0.08;
    private static final double SELLERS_APART = 0.05;
    private static final double DEALS_APART = 0.12;

    /** How much alike sellers are: like so many deals of what all hear. */
    private static final double ALIKE = 20;
    /** How evenly a month's deals fall to the sellers. */
    private static final double EVEN = 4;

    private final SplittableRandom random;
    private final Company company;

    /**
     * What is simulated.
     *
     * @param losses a month
     * @param rising place of the reason that is named more often in the last month
     * @param factor by which it is; 1: nothing changes
     * @param history months before the last one
     * @param isWhole false: the reasons of lost deals alone are looked at
     */
    record Company(int losses, int rising, double factor, int history, boolean isWhole) {

        static Company quiet(int losses) {
            return new Company(losses, 0, 1, 18, true);
        }

        Company rising(int reason, double by) {
            return new Company(losses, reason, by, history, isWhole);
        }
    }

    /** What a scan of a month came to. */
    record Said(boolean anything, boolean theRise) {}

    Simulation(long seed, Company company) {
        this.random = new SplittableRandom(seed);
        this.company = company;
    }

    /** One company, up to the month that is scanned. */
    Said month() {
        var window = Window.of(PERIOD, PERIOD.minusMonths(company.history()));
        var ledger = new Ledger(window.months(), Set.of());
        var prices = new PriceBook();
        var sellers = IntStream.range(0, SELLERS)
                .mapToObj(each -> new Seller(
                        "seller " + each,
                        own(REASONS),
                        own(OUTCOMES),
                        own(COMPETITORS),
                        GAP + SELLERS_APART * random.nextGaussian(),
                        "source " + each % SOURCES,
                        random.nextDouble() < COMING
                                ? random.nextInt(window.months().size())
                                : 0,
                        random.nextDouble() < COMING
                                ? random.nextInt(window.months().size())
                                : window.months().size()))
                .toList();
        for (int month = 0; month < window.months().size(); month++) {
            // who sells how much is another thing each month
            int now = month;
            var there = sellers.stream().filter(seller -> seller.isThere(now)).toList();
            var busy = unlike(there.stream().mapToDouble(each -> EVEN).toArray());
            boolean isLast = window.months().get(month).equals(PERIOD);
            boolean isCompared = window.isCompared(window.months().get(month));
            for (int i = 0; i < company.losses(); i++) {
                lose(ledger, prices, month, there.get(draw(busy)), isLast, isCompared);
            }
        }
        var changed = new Scan(window)
                .of(ledger).stream()
                        .filter(finding -> finding.verdict() == Finding.Verdict.changed)
                        .toList();
        boolean isDearer = !new PriceMoves(window).of(prices).isEmpty();
        return new Said(isDearer || !changed.isEmpty(), changed.stream().anyMatch(this::isTheRise));
    }

    private record Seller(
            String name,
            double[] reasons,
            double[] outcomes,
            double[] competitors,
            double gap,
            String source,
            int comes,
            int goes) {

        boolean isThere(int month) {
            return month >= comes && (month <= goes || goes < comes);
        }
    }

    private boolean isTheRise(Finding finding) {
        return finding.target().equals(reason(company.rising()))
                && finding.slice().coversAll()
                && finding.comparison().isRise();
    }

    private void lose(Ledger ledger, PriceBook prices, int month, Seller seller, boolean isLast, boolean isCompared) {
        int number = ledger.sellers().number(seller.name());
        int reason = draw(isLast ? raised(seller.reasons()) : seller.reasons());
        var targets =
                List.of(reason(reason), new Target(Target.Kind.reason_group, "group " + reason / REASONS_OF_A_GROUP));
        ledger.at(Ledger.Page.HEADLINES).add(number, month, targets, 1);
        if (!company.isWhole() || !isCompared) {
            return;
        }
        int outcome = draw(seller.outcomes());
        boolean isPriced = random.nextDouble() < PRICED;
        double gap = seller.gap() + DEALS_APART * random.nextGaussian();
        var rival = "rival " + draw(seller.competitors());
        var competitor = List.of(new Target(Target.Kind.competitor, rival));
        var slices = new ArrayList<>(List.of(Slice.WHOLE, new Slice("source", seller.source())));
        Stream.of("product", "segment", "region")
                .map(dimension -> new Slice(dimension, "value " + random.nextInt(VALUES)))
                .forEach(slices::add);
        if (outcome == 0) {
            slices.add(new Slice("competitor", rival));
        }
        for (var slice : slices) {
            if (!slice.coversAll()) {
                book(ledger, slice, Whole.lost_deals, Target.Kind.reason).add(number, month, targets, 1);
            }
            book(ledger, slice, Whole.lost_deals, Target.Kind.outcome)
                    .add(number, month, List.of(new Target(Target.Kind.outcome, "outcome " + outcome)), 1);
            if (outcome == 0 && !slice.dimension().equals("competitor")) {
                book(ledger, slice, Whole.lost_deals, Target.Kind.competitor).add(number, month, competitor, 1);
            }
            if (isPriced) {
                prices.add(slice, month, number, gap);
            }
            var closed = book(ledger, slice, Whole.closed_deals, Target.Kind.reason);
            closed.add(number, month, targets, 1);
            if (random.nextDouble() < WINS_A_LOSS / 2) {
                closed.add(number, month, List.of(), 2);
            }
        }
    }

    private static Book book(Ledger ledger, Slice slice, Whole whole, Target.Kind kind) {
        return ledger.at(new Ledger.Page(slice, whole, kind));
    }

    private static Target reason(int place) {
        return new Target(Target.Kind.reason, "reason " + place);
    }

    private double[] raised(double[] reasons) {
        int rising = company.rising();
        double risen = Math.min(0.95, reasons[rising] * company.factor());
        var raised = new double[reasons.length];
        for (int i = 0; i < reasons.length; i++) {
            raised[i] = i == rising ? risen : reasons[i] * (1 - risen) / (1 - reasons[rising]);
        }
        return raised;
    }

    /** What one seller hears: around what all hear. */
    private double[] own(double[] common) {
        return unlike(IntStream.range(0, common.length)
                .mapToDouble(i -> common[i] * ALIKE)
                .toArray());
    }

    /** Of a Dirichlet distribution. */
    private double[] unlike(double[] shapes) {
        var drawn = new double[shapes.length];
        double sum = 0;
        for (int i = 0; i < shapes.length; i++) {
            drawn[i] = gamma(shapes[i]);
            sum += drawn[i];
        }
        for (int i = 0; i < shapes.length; i++) {
            drawn[i] /= sum;
        }
        return drawn;
    }

    private int draw(double[] shares) {
        double at = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            at -= shares[i];
            if (at < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /** G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** How often, of so many months. */
    record Rates(double anything, double theRise) {

        static Rates of(int months, long seed, Company company) {
            var simulation = new Simulation(seed, company);
            var said = new ArrayList<Said>();
            for (int i = 0; i < months; i++) {
                said.add(simulation.month());
            }
            return new Rates(
                    (double) said.stream().filter(Said::anything).count() / months,
                    (double) said.stream().filter(Said::theRise).count() / months);
        }
    }

    public static void main(String[] arguments) {
        int months = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20261124;
        System.out.printf("%d months each, seed %d%n", months, seed);
        var rows = new ArrayList<Row>();
        for (int losses : new int[] {80, 250}) {
            var quiet = Company.quiet(losses);
            rows.add(new Row(losses + " losses a month, nothing changes: any alarm", quiet, Rates::anything));
            for (int reason : new int[] {3, 2}) {
                for (double factor : new double[] {1.6, 2.2}) {
                    rows.add(new Row(
                            "%d losses a month, a reason of %.0f %% rises x%.1f: found"
                                    .formatted(losses, 100 * REASONS[reason], factor),
                            quiet.rising(reason, factor),
                            Rates::theRise));
                }
            }
        }
        rows.parallelStream()
                .map(row -> "%s in %.1f %%"
                        .formatted(row.words(), 100 * row.rate().applyAsDouble(Rates.of(months, seed, row.company()))))
                .forEachOrdered(System.out::println);
    }

    private record Row(String words, Company company, ToDoubleFunction<Rates> rate) {}
}
