package dev.groundswell.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a scan says beside its signals.
 *
 * @param before the months that the period was compared with
 * @param losses of the period, whose reason can be read
 * @param looked how many comparisons were made
 * @param changed of those, how many are signals
 * @param noChange of those, in how many nothing has changed as far as can be shown
 * @param notEnough of what there is too little
 * @param indications what looks like a change, and may be one of who sold
 * @param readingChanged what cannot be compared, since what can be read has changed
 */
record Said(
        YearMonth period,
        List<YearMonth> before,
        long losses,
        long looked,
        long changed,
        long noChange,
        List<NotEnough> notEnough,
        List<Unproved> indications,
        List<Unproved> readingChanged) {

    private static final int LOSSES_THAT_TELL = 250;

    /** True where most changes in the reasons of all lost deals would have been shown (docs/signals.md), and none was. */
    @JsonIgnore
    boolean isQuiet() {
        return losses >= LOSSES_THAT_TELL
                && changed == 0
                && readingChanged.isEmpty()
                && notEnough.stream()
                        .noneMatch(each ->
                                new Ledger.Page(each.slice(), each.whole(), each.kind()).equals(Ledger.Page.HEADLINES));
    }

    /** A question of which there is too little to answer it, whatever its targets. */
    record NotEnough(Slice slice, Whole whole, Target.Kind kind, List<Missing> missing) {}

    /** What is missing for an answer. */
    record Missing(What what, long have, long need) {

        @Schema(
                name = "MissingKind",
                description =
                        "`deals` of the month; `deals_before` of the months that it is compared with; `months_before` with deals in "
                                + "them; `sellers` who closed deals in both")
        enum What {
            deals,
            deals_before,
            months_before,
            sellers
        }
    }

    /** A difference that is told, and never notified. */
    record Unproved(Slice slice, Whole whole, Target target, Found found) {}

    /** What is missing of one book; nothing where its targets could be compared. */
    static @Nullable NotEnough notEnough(Ledger.Page page, Book book, Window window) {
        var missing = new ArrayList<Missing>();
        note(missing, Missing.What.deals, book.deals(List.of(window.period())), Floors.DEALS);
        note(missing, Missing.What.deals_before, book.deals(window.baseline(book)), Floors.DEALS);
        note(missing, Missing.What.months_before, window.monthsBefore(book), Window.LEAST_BEFORE);
        note(
                missing,
                Missing.What.sellers,
                book.sellersInBoth(List.of(window.period()), window.baseline(book)),
                Floors.SELLERS);
        return missing.isEmpty() ? null : new NotEnough(page.slice(), page.whole(), page.kind(), missing);
    }

    private static void note(List<Missing> missing, Missing.What what, long have, long need) {
        if (have < need) {
            missing.add(new Missing(what, have, need));
        }
    }
}
