package dev.groundswell.signal;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SignalScan",
        description = "What the latest scan says beside its signals",
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

    @Schema(
            name = "NotEnoughEvidence",
            description = "A question of which there is too little to answer it",
            requiredProperties = {"whole", "kind", "missing"})
    record NotEnough(
            @Schema(description = "Absent: the whole market") @Nullable
            MarketPartView part,

            Whole whole,

            Target.Kind kind,

            @Schema(description = "All that is missing") @Size(max = 4)
            List<Missing> missing) {

        static NotEnough of(Said.NotEnough said, Sentences words) {
            return new NotEnough(
                    MarketPartView.of(said.slice(), words),
                    said.whole(),
                    said.kind(),
                    said.missing().stream().map(Missing::of).toList());
        }
    }

    @Schema(
            name = "MissingEvidence",
            description = "What is missing for an answer, and how much of it there is",
            requiredProperties = {"what", "need"})
    record Missing(
            Said.Missing.What what,

            @Schema(
                    description = "Absent for sellers, who would be too few to be counted here",
                    examples = "12",
                    minimum = "0")
            @Nullable
            Long have,

            @Schema(description = "How many it takes", examples = "20", minimum = "0")
            long need) {

        static Missing of(Said.Missing missing) {
            boolean isOfPeople = missing.what() == Said.Missing.What.sellers;
            return new Missing(missing.what(), isOfPeople ? null : missing.have(), missing.need());
        }
    }

    @Schema(
            name = "Indication",
            description = "A difference that is told with its intervals, and is no signal",
            requiredProperties = {"kind", "key", "label", "whole", "direction", "now", "before", "change"})
    record Unproved(
            Target.Kind kind,

            @Schema(description = "The code or key that it is about", examples = "price_level") @Size(max = 200)
            String key,

            @Schema(examples = "Price level") @Size(max = 200)
            String label,

            @Schema(description = "Absent: the whole market") @Nullable
            MarketPartView part,

            Whole whole,

            Direction direction,

            @Schema(description = "The month that was looked at")
            SideView now,

            @Schema(description = "The months that it was compared with")
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
