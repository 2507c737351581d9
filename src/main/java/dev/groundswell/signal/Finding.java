package dev.groundswell.signal;

import java.time.YearMonth;

/**
 * What a scan says of one target in one part of the market.
 *
 * @param whole what the target is a share of
 * @param since the first of the months that are compared with those before
 * @param value the p-value, adjusted for all that the scan tests beside it; 0 where a chart has passed its limit
 */
record Finding(
        Slice slice,
        Whole whole,
        Target target,
        Comparison comparison,
        double value,
        YearMonth since,
        Verdict verdict) {

    /** What is said; the word is the answer's. */
    enum Verdict {
        /** The same sellers name it more often, or less: a signal. */
        changed,
        no_change,
        /** A change could not be shown if there were one. */
        not_enough_evidence,
        /** It looks like a change, and may be one of who sold: it is never notified. */
        indication,
        /** A drift that was found before and goes on: no news, and not over. */
        drifting,
        /** What can be read has changed, so that the two cannot be compared. */
        reading_changed
    }

    Finding judged(double adjusted, Verdict said) {
        return new Finding(slice, whole, target, comparison, adjusted, since, said);
    }
}
