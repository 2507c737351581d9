package dev.groundswell.signal;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the latest scan says beside its signals. */
@Schema(
        name = "SignalScan",
        requiredProperties = {
            "period",
            "before",
            "looked",
            "changed",
            "no_change",
            "not_enough_evidence",
            "indications",
            "reading_changed"
        })
record ScanView(
        @Schema(description = "The month that was looked at", examples = "2026-10") @Size(max = 7)
        String period,

        @Schema(description = "The months that it was compared with") @Size(max = 9)
        List<@Size(max = 7) String> before,

        @Schema(description = "Absent: it has not been scanned yet") @Nullable
        LocalDate scannedOn,

        @Schema(description = "Comparisons that were made", examples = "96", minimum = "0")
        long looked,

        @Schema(description = "Of those, how many are signals", examples = "1", minimum = "0")
        long changed,

        @Schema(
                description = "Of those, in how many nothing has changed as far as can be shown",
                examples = "60",
                minimum = "0")
        long noChange,

        @Schema(
                description =
                        "Questions of which there is too little to answer them: a change could not be shown if there were one, which is another answer than no change")
        @Size(max = 10000)
        List<NotEnough> notEnoughEvidence,

        @Schema(
                description =
                        "Differences that may come from who sold this month: they are not seller-proof, and never notified")
        @Size(max = 10000)
        List<Unproved> indications,

        @Schema(
                description =
                        "Differences that may come from what can be read now and could not before: reasons that were mapped, imported or told more often")
        @Size(max = 10000)
        List<Unproved> readingChanged) {

    /** Of a month that nobody has looked at. */
    static ScanView none(YearMonth period) {
        return new ScanView(period.toString(), List.of(), null, 0, 0, 0, List.of(), List.of(), List.of());
    }

    static ScanView of(ScanRecord scan, Said said, Sentences words) {
        return new ScanView(
                said.period().toString(),
                said.before().stream().map(YearMonth::toString).toList(),
                scan.scannedOn,
                said.looked(),
                said.changed(),
                said.noChange(),
                said.notEnough().stream().map(each -> NotEnough.of(each, words)).toList(),
                said.indications().stream()
                        .map(each -> Unproved.of(each, words))
                        .toList(),
                said.readingChanged().stream()
                        .map(each -> Unproved.of(each, words))
                        .toList());
    }

    /** A question of which there is too little. */
    @Schema(
            name = "NotEnoughEvidence",
            requiredProperties = {"whole", "kind", "missing"})
    record NotEnough(
            @Schema(description = "Absent: the whole market") @Nullable
            MarketPartView part,

            @Schema(description = "Clients must accept unknown values")
            Whole whole,

            @Schema(description = "Clients must accept unknown values")
            Target.Kind kind,

            @Size(max = 4) List<Missing> missing) {

        static NotEnough of(Said.NotEnough said, Sentences words) {
            return new NotEnough(
                    MarketPartView.of(said.slice(), words),
                    said.whole(),
                    said.kind(),
                    said.missing().stream().map(Missing::of).toList());
        }
    }

    /** What is missing. */
    @Schema(
            name = "MissingEvidence",
            requiredProperties = {"what", "need"})
    record Missing(
            @Schema(description = "Clients must accept unknown values")
            Said.Missing.What what,

            @Schema(
                    description = "Absent for sellers, who would be too few to be counted here",
                    examples = "12",
                    minimum = "0")
            @Nullable
            Long have,

            @Schema(examples = "20", minimum = "0") long need) {

        static Missing of(Said.Missing missing) {
            boolean isOfPeople = missing.what() == Said.Missing.What.sellers;
            return new Missing(missing.what(), isOfPeople ? null : missing.have(), missing.need());
        }
    }

    /** A difference that is told with its interval, and is no signal. */
    @Schema(
            name = "Indication",
            requiredProperties = {"kind", "key", "label", "whole", "direction", "now", "before", "change"})
    record Unproved(
            @Schema(description = "Clients must accept unknown values")
            Target.Kind kind,

            @Schema(examples = "price_level") @Size(max = 200)
            String key,

            @Schema(examples = "Price level") @Size(max = 200)
            String label,

            @Schema(description = "Absent: the whole market") @Nullable
            MarketPartView part,

            @Schema(description = "Clients must accept unknown values")
            Whole whole,

            Direction direction,
            SideView now,
            SideView before,

            @Schema(description = "Of the share", examples = "0.09", minimum = "-1", maximum = "1")
            double change) {

        static Unproved of(Said.Unproved said, Sentences words) {
            var target = said.target();
            double change = said.found().now().value() - said.found().before().value();
            return new Unproved(
                    target.kind(),
                    target.key(),
                    words.label(SignalKind.valueOf(target.kind().name()), target.key()),
                    MarketPartView.of(said.slice(), words),
                    said.whole(),
                    change > 0 ? Direction.rise : Direction.fall,
                    SideView.of(said.found().now()),
                    SideView.of(said.found().before()),
                    change);
        }
    }
}
