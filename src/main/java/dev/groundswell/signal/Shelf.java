package dev.groundswell.signal;

import org.jspecify.annotations.Nullable;

/** The books of one part of the market, at hand; each is begun with its first deal. */
final class Shelf {

    private final Ledger ledger;
    private final Slice slice;

    @Nullable
    private Book reasons;

    @Nullable
    private Book outcomes;

    @Nullable
    private Book competitors;

    @Nullable
    private Book closed;

    Shelf(Ledger ledger, Slice slice) {
        this.ledger = ledger;
        this.slice = slice;
    }

    Slice slice() {
        return slice;
    }

    Book reasons() {
        var book = reasons == null ? at(Whole.lost_deals, Target.Kind.reason) : reasons;
        reasons = book;
        return book;
    }

    Book outcomes() {
        var book = outcomes == null ? at(Whole.lost_deals, Target.Kind.outcome) : outcomes;
        outcomes = book;
        return book;
    }

    Book competitors() {
        var book = competitors == null ? at(Whole.lost_deals, Target.Kind.competitor) : competitors;
        competitors = book;
        return book;
    }

    /** Of lost and won deals, where the sources tell all wins. */
    Book closed() {
        var book = closed == null ? at(Whole.closed_deals, Target.Kind.reason) : closed;
        closed = book;
        return book;
    }

    private Book at(Whole whole, Target.Kind kind) {
        return ledger.at(new Ledger.Page(slice, whole, kind));
    }
}
