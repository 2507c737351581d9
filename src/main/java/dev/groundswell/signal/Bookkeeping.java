package dev.groundswell.signal;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.ReasonInfo;
import dev.groundswell.deal.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enters deals into the books of a scan, all by one version of the taxonomy. What was not to be known, or not in this way,
 * over all of the months is entered as unread.
 */
final class Bookkeeping {

    private static final String UNKNOWN = "unknown";

    private final Window window;
    private final List<YearMonth> months;
    private final Glossary glossary;
    private final Set<String> young;
    private final Map<String, LocalDate> winsCompleteSince;
    private final Ledger ledger;
    private final PriceBook prices;

    /**
     * For one scan.
     *
     * @param young codes that nobody could have chosen when the months began that are compared
     * @param recent the same of all months, those that only charts are kept of among them
     * @param winsCompleteSince the day from which on each source tells all its wins
     */
    Bookkeeping(
            Window window,
            Glossary glossary,
            Set<String> young,
            Set<String> recent,
            Map<String, LocalDate> winsCompleteSince) {
        this.window = window;
        this.months = window.months();
        this.glossary = glossary;
        this.young = Set.copyOf(young);
        this.winsCompleteSince = Map.copyOf(winsCompleteSince);
        this.ledger = new Ledger(months, recent);
        this.prices = new PriceBook(window);
        ledger.at(Ledger.Page.HEADLINES);
    }

    Ledger ledger() {
        return ledger;
    }

    PriceBook prices() {
        return prices;
    }

    void enter(ClosedDeal deal) {
        var closed = YearMonth.from(deal.closedOn());
        int month = months.indexOf(closed);
        boolean isLoss = !deal.isWon() && deal.outcome() != Outcome.invalid_duplicate;
        if (month < 0 || (!isLoss && !deal.isWon())) {
            return;
        }
        var reasons = reasons(deal);
        if (isLoss) {
            enter(Ledger.Page.HEADLINES, deal, month, reasons);
        }
        if (window.isCompared(closed)) {
            enterCompared(deal, month, closed, isLoss, reasons);
        }
    }

    private void enterCompared(
            ClosedDeal deal, int month, YearMonth closed, boolean isLoss, Optional<List<Target>> reasons) {
        for (var slice : slices(deal)) {
            if (isLoss) {
                if (!slice.coversAll()) {
                    enter(new Ledger.Page(slice, Whole.lost_deals, Target.Kind.reason), deal, month, reasons);
                }
                enter(new Ledger.Page(slice, Whole.lost_deals, Target.Kind.outcome), deal, month, outcome(deal));
                if (!deal.competitors().isEmpty() && !slice.dimension().equals("competitor")) {
                    enter(
                            new Ledger.Page(slice, Whole.lost_deals, Target.Kind.competitor),
                            deal,
                            month,
                            Optional.of(competitors(deal)));
                }
                if (deal.gap() != null && deal.seller() != null && !deal.retold()) {
                    prices.add(slice, closed, deal.seller(), deal.gap());
                }
            }
            if (countsForWinRate(deal)) {
                enter(
                        new Ledger.Page(slice, Whole.closed_deals, Target.Kind.reason),
                        deal,
                        month,
                        deal.isWon() ? Optional.of(List.of()) : reasons);
            }
        }
    }

    private void enter(Ledger.Page page, ClosedDeal deal, int month, Optional<List<Target>> targets) {
        var book = ledger.at(page);
        if (targets.isEmpty() || deal.retold()) {
            book.addUnread(month);
        } else {
            book.add(deal.seller(), month, targets.get(), 1);
        }
    }

    /** Wins are to be complete over all that is compared: the months before the period and, a year ago, its season. */
    private boolean countsForWinRate(ClosedDeal deal) {
        var since = winsCompleteSince.get(deal.source());
        var earliest = window.baseline().stream().min(YearMonth::compareTo).orElse(window.period());
        return since != null && !since.isAfter(earliest.atDay(1)) && deal.outcome() != Outcome.disqualified_by_us;
    }

    /** The reason and its group; empty where it is not known, or is one that could not have been chosen before. */
    private Optional<List<Target>> reasons(ClosedDeal deal) {
        if (deal.reason() == null) {
            return Optional.empty();
        }
        return comparable(glossary.reason(glossary.canonicalReason(deal.reason())))
                .filter(reason -> !reason.code().equals(UNKNOWN))
                .map(reason -> List.of(
                        new Target(Target.Kind.reason, reason.code()),
                        new Target(Target.Kind.reason_group, reason.group().name())));
    }

    /** Of a young child its parent was to be chosen. */
    private Optional<ReasonInfo> comparable(ReasonInfo reason) {
        if (!young.contains(reason.code())) {
            return Optional.of(reason);
        }
        return Optional.ofNullable(reason.parent())
                .map(parent -> glossary.reason(glossary.canonicalReason(parent)))
                .filter(parent -> !young.contains(parent.code()));
    }

    private static Optional<List<Target>> outcome(ClosedDeal deal) {
        return Optional.ofNullable(deal.outcome())
                .filter(outcome -> outcome != Outcome.unknown)
                .map(outcome -> List.of(new Target(Target.Kind.outcome, outcome.name())));
    }

    private List<Target> competitors(ClosedDeal deal) {
        return deal.competitors().stream()
                .map(this::key)
                .distinct()
                .map(key -> new Target(Target.Kind.competitor, key))
                .toList();
    }

    private List<Slice> slices(ClosedDeal deal) {
        var slices = new ArrayList<>(List.of(Slice.WHOLE, new Slice("source", deal.source())));
        add(slices, "product", deal.product());
        add(slices, "segment", deal.segment());
        add(slices, "region", deal.region());
        deal.competitors().stream()
                .map(this::key)
                .distinct()
                .map(key -> new Slice("competitor", key))
                .forEach(slices::add);
        return slices;
    }

    private void add(List<Slice> slices, String dimension, @Nullable Long value) {
        if (value != null) {
            slices.add(new Slice(dimension, key(value)));
        }
    }

    private String key(long value) {
        return glossary.marketValue(glossary.canonicalMarketValue(value)).key();
    }
}
