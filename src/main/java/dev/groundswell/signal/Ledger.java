package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All books of a scan: one for each part of the market, and for each question of which deals there are other ones. */
final class Ledger {

    private final List<YearMonth> months;
    private final Set<String> recent;
    private final Sellers sellers = new Sellers();
    private final Map<Page, Book> books = new LinkedHashMap<>();

    /** @param recent codes that could not be chosen in all of the months: of them no drift is told */
    Ledger(List<YearMonth> months, Set<String> recent) {
        this.months = List.copyOf(months);
        this.recent = Set.copyOf(recent);
    }

    /**
     * Which book.
     *
     * @param kind of the targets in it; groups stand with their reasons
     */
    record Page(Slice slice, Whole whole, Target.Kind kind) {

        /** The reasons of all lost deals: what leaders ask first. */
        static final Page HEADLINES = new Page(Slice.WHOLE, Whole.lost_deals, Target.Kind.reason);
    }

    List<YearMonth> months() {
        return months;
    }

    /** Whose numbers all of the books know. */
    Sellers sellers() {
        return sellers;
    }

    Set<String> recent() {
        return recent;
    }

    Book at(Page page) {
        return books.computeIfAbsent(page, none -> new Book(months));
    }

    Map<Page, Book> books() {
        return books;
    }
}
