package dev.groundswell.signal;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.ReasonInfo;
import dev.groundswell.deal.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    private static final String COMPETITOR = "competitor";
    private static final Optional<List<Target>> NOBODY_KNOWS = Optional.empty();
    private static final Optional<List<Target>> NOTHING_NAMED = Optional.of(List.of());

    private final Window window;
    private final List<YearMonth> months;
    private final Glossary glossary;
    private final Set<String> young;
    private final Map<String, LocalDate> winsCompleteSince;
    private final Ledger ledger;
    private final PriceBook prices;
    private final LocalDate earliest;

    private final Shelf whole;
    private final Map<String, Shelf> sources = new HashMap<>();
    private final Map<Long, Shelf> parts = new HashMap<>();
    private final Map<Long, Long> canonicals = new HashMap<>();
    private final Map<Long, Optional<List<Target>>> reasons = new HashMap<>();

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
        this.prices = new PriceBook();
        this.whole = new Shelf(ledger, Slice.WHOLE);
        this.earliest = window.baseline().stream()
                .min(YearMonth::compareTo)
                .orElse(window.period())
                .atDay(1);
        // is answered even where there is no deal
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
        int seller = ledger.sellers().number(deal.seller());
        var reasons = deal.reason() == null ? NOBODY_KNOWS : reasons(deal.reason());
        if (isLoss) {
            enter(whole.reasons(), deal, seller, month, reasons);
        }
        if (window.isCompared(closed)) {
            boolean isOfWinRate = countsForWinRate(deal);
            for (var shelf : shelves(deal)) {
                if (isLoss) {
                    enterLoss(shelf, deal, seller, month, reasons);
                }
                if (isOfWinRate) {
                    enter(shelf.closed(), deal, seller, month, deal.isWon() ? NOTHING_NAMED : reasons);
                }
            }
        }
    }

    private void enterLoss(Shelf shelf, ClosedDeal deal, int seller, int month, Optional<List<Target>> reasons) {
        if (shelf != whole) {
            enter(shelf.reasons(), deal, seller, month, reasons);
        }
        enter(shelf.outcomes(), deal, seller, month, outcome(deal));
        if (!deal.competitors().isEmpty() && !shelf.slice().dimension().equals(COMPETITOR)) {
            enter(shelf.competitors(), deal, seller, month, Optional.of(competitors(deal)));
        }
        if (deal.gap() != null && seller != Sellers.NOBODY && !deal.retold()) {
            prices.add(shelf.slice(), month, seller, deal.gap());
        }
    }

    private static void enter(Book book, ClosedDeal deal, int seller, int month, Optional<List<Target>> targets) {
        if (targets.isEmpty() || deal.retold()) {
            book.addUnread(month);
        } else {
            book.add(seller, month, targets.get(), 1);
        }
    }

    /** Wins are to be complete over all that is compared: the months before the period and, a year ago, its season. */
    private boolean countsForWinRate(ClosedDeal deal) {
        var since = winsCompleteSince.get(deal.source());
        return since != null && !since.isAfter(earliest) && deal.outcome() != Outcome.disqualified_by_us;
    }

    /** The reason and its group; empty where it is not known, or is one that could not have been chosen before. */
    private Optional<List<Target>> reasons(long id) {
        return reasons.computeIfAbsent(
                id,
                each -> comparable(glossary.reason(glossary.canonicalReason(each)))
                        .filter(reason -> !reason.code().equals(UNKNOWN))
                        .map(reason -> List.of(
                                new Target(Target.Kind.reason, reason.code()),
                                new Target(
                                        Target.Kind.reason_group, reason.group().name()))));
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
                .map(id -> shelf(COMPETITOR, id).slice().key())
                .distinct()
                .map(key -> new Target(Target.Kind.competitor, key))
                .toList();
    }

    private Set<Shelf> shelves(ClosedDeal deal) {
        var shelves = new LinkedHashSet<Shelf>();
        shelves.add(whole);
        shelves.add(sources.computeIfAbsent(deal.source(), key -> new Shelf(ledger, new Slice("source", key))));
        add(shelves, "product", deal.product());
        add(shelves, "segment", deal.segment());
        add(shelves, "region", deal.region());
        deal.competitors().forEach(id -> shelves.add(shelf(COMPETITOR, id)));
        return shelves;
    }

    private void add(Set<Shelf> shelves, String dimension, @Nullable Long value) {
        if (value != null) {
            shelves.add(shelf(dimension, value));
        }
    }

    /** One shelf, however many names of the value were merged. */
    private Shelf shelf(String dimension, long value) {
        long canonical = canonical(value);
        return parts.computeIfAbsent(
                canonical,
                id -> new Shelf(
                        ledger, new Slice(dimension, glossary.marketValue(id).key())));
    }

    private long canonical(long value) {
        return canonicals.computeIfAbsent(value, glossary::canonicalMarketValue);
    }
}
