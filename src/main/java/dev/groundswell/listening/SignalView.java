package dev.groundswell.listening;

import dev.groundswell.release.ResponseView;
import dev.groundswell.signal.Breadth;
import dev.groundswell.signal.Direction;
import dev.groundswell.signal.Found;
import dev.groundswell.signal.MarketPartView;
import dev.groundswell.signal.SideView;
import dev.groundswell.signal.SignalKind;
import dev.groundswell.signal.Whole;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change in the market: a sentence, the numbers behind it, how broad it is, a series to plot, and what was answered. */
@Schema(
        name = "Signal",
        description =
                "A change in the market that the same sellers notice. Of sellers it holds how many of how many, and nothing else",
        requiredProperties = {
            "id",
            "sentence",
            "state",
            "kind",
            "key",
            "label",
            "parts",
            "whole",
            "direction",
            "period",
            "since",
            "baseline",
            "opened_on",
            "now",
            "before",
            "change",
            "test",
            "series",
            "responses"
        })
record SignalView(
        @Schema(examples = "7") @Size(max = 20) String id,

        @Schema(
                description = "What has changed, to be read as it stands",
                examples =
                        "“Price level” was the reason in 32 % of lost deals in October 2026, after 21 % in the 6 months that it is compared with: 11 points more among the same sellers, and so with 18 of the 21 sellers.")
        @Size(max = 2000)
        String sentence,

        State state,

        SignalKind kind,

        @Schema(description = "The code or key that it is about; empty for price gaps", examples = "price_level")
        @Size(max = 200)
        String key,

        @Schema(examples = "Price level") @Size(max = 200) String label,

        @Schema(description = "Absent: the whole market") @Nullable
        MarketPartView part,

        @Schema(description = "Parts of the market in which it shows by itself, where it is one of the whole market")
        @Size(max = 1000)
        List<MarketPartView> parts,

        Whole whole,

        Direction direction,

        @Schema(description = "The month in which it was found", examples = "2026-10") @Size(max = 7)
        String period,

        @Schema(
                description = "The first month of `now`; earlier than `period` where it has drifted",
                examples = "2026-10")
        @Size(max = 7)
        String since,

        @Schema(description = "The months that it was compared with") @Size(max = 24)
        List<@Size(max = 7) String> baseline,

        @Schema(description = "The day on which it was found first")
        LocalDate openedOn,

        @Schema(description = "It was not found again in two periods") @Nullable
        LocalDate clearedOn,

        @Schema(description = "The months that are looked at")
        SideView now,

        @Schema(description = "The months that they are compared with")
        SideView before,

        @Schema(
                description = "Of the share among the same sellers, or of the median gap",
                examples = "0.11",
                minimum = "-1")
        double change,

        @Schema(description = "Among the same sellers; absent where there is none", examples = "1.8", minimum = "0")
        @Nullable
        Double oddsRatio,

        Found.Test test,

        @Schema(
                description = "The p-value by Benjamini and Hochberg; absent where the test has none",
                examples = "0.004",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double adjustedValue,

        @Schema(
                description = "Sellers who closed such deals in both; absent where they are fewer than ten",
                examples = "21",
                minimum = "0")
        @Nullable
        Long sellers,

        @Schema(
                description =
                        "Those of them whose own figure moved the same way; absent where nearly all or hardly any did, which would say of each which way",
                examples = "18",
                minimum = "0")
        @Nullable
        Long moving,

        @Schema(description = "Month by month; months without deals are left out") @Size(max = 36)
        List<Point> series,

        @Schema(description = "Until then leadership owes an answer; absent once one is given, and once it has cleared")
        @Nullable
        LocalDate answerDue,

        @Schema(description = "The first one first; none is ever changed or taken back") @Size(max = 1000)
        List<ResponseView> responses) {

    @Schema(
            name = "SignalState",
            description =
                    "`open`: nobody has answered; `answered`: leadership has; `cleared`: it was not found again in two periods")
    enum State {
        open,
        answered,
        cleared
    }

    @Schema(
            name = "SignalPoint",
            description = "One month",
            requiredProperties = {"month", "deals", "value", "low", "high"})
    record Point(
            @Schema(description = "The month", examples = "2026-10") @Size(max = 7)
            String month,

            @Schema(description = "Deals that count", examples = "84", minimum = "0")
            long deals,

            @Schema(description = "The share, or the median gap", examples = "0.32", minimum = "-1")
            double value,

            @Schema(examples = "0.23", minimum = "-1") double low,

            @Schema(examples = "0.43", minimum = "-1") double high) {

        static Point of(Found.Point point) {
            return new Point(point.month().toString(), point.deals(), point.value(), point.low(), point.high());
        }
    }

    static SignalView of(Answered answered) {
        var signal = answered.signal();
        var found = signal.found();
        var breadth = Breadth.of(found);
        return new SignalView(
                String.valueOf(signal.id()),
                signal.sentence(),
                state(answered),
                signal.kind(),
                signal.key(),
                signal.label(),
                MarketPartView.of(signal),
                signal.parts(),
                signal.whole(),
                signal.direction(),
                signal.period().toString(),
                found.since().toString(),
                found.baseline().stream().map(YearMonth::toString).toList(),
                signal.openedOn(),
                signal.clearedOn(),
                SideView.of(found.now()),
                SideView.of(found.before()),
                found.change(),
                found.oddsRatio(),
                found.test(),
                found.value(),
                breadth.sellers(),
                breadth.moving(),
                found.series().stream().map(Point::of).toList(),
                answered.isDue() ? answered.answerDue() : null,
                answered.answers().stream().map(ResponseView::of).toList());
    }

    private static State state(Answered answered) {
        if (!answered.signal().isOpen()) {
            return State.cleared;
        }
        return answered.answers().isEmpty() ? State.open : State.answered;
    }
}
