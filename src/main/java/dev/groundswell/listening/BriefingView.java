package dev.groundswell.listening;

import dev.groundswell.release.Releases;
import dev.groundswell.release.SurfacedConcern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Briefing",
        description =
                "What matters this week: what has changed, what leadership owes an answer to, and what the data do not know",
        requiredProperties = {
            "since",
            "until",
            "signals",
            "signal_answers_due",
            "told",
            "surfaced",
            "answers_due",
            "gaps"
        })
record BriefingView(
        @Schema(description = "The first of seven days") LocalDate since,

        @Schema(description = "The last of them, today") LocalDate until,

        @Schema(description = "Changes in the market that were found in these days, or no longer") @Size(max = 1000)
        List<SignalView> signals,

        @Schema(description = "Open signals that nobody has answered, the longest due first") @Size(max = 1000)
        List<SignalView> signalAnswersDue,

        @Schema(description = "Periods of which the field's view was told in these days") @Size(max = 100)
        List<Told> told,

        @Schema(description = "Concerns that surfaced in these days") @Size(max = 1000)
        List<ConcernView> surfaced,

        @Schema(
                description =
                        "Concerns of the last year that nobody has answered, the longest due first; what is overdue stands")
        @Size(max = 10000)
        List<ConcernView> answersDue,

        Gaps gaps) {

    static BriefingView of(Brief brief, LocalDate today, Function<SurfacedConcern, Check> records) {
        return new BriefingView(
                brief.since(),
                brief.until(),
                brief.moved().stream().map(SignalView::of).toList(),
                brief.signalsDue().stream().map(SignalView::of).toList(),
                brief.told().stream().map(Told::of).toList(),
                brief.surfaced().stream()
                        .map(concern -> ConcernView.of(concern, today, records.apply(concern)))
                        .toList(),
                brief.answersDue().stream()
                        .map(concern -> ConcernView.of(concern, today, records.apply(concern)))
                        .toList(),
                Gaps.of(brief.gaps()));
    }

    @Schema(
            name = "BriefedRelease",
            description = "A release of what the field said",
            requiredProperties = {"release", "period", "released_on"})
    record Told(
            @Schema(description = "The id of the release: `/v1/releases/{id}`", examples = "3") @Size(max = 20)
            String release,

            @Schema(
                    description = "What it tells of: a quarter, a month, or from one month to another",
                    examples = "2026-Q3")
            @Size(max = 20)
            String period,

            LocalDate releasedOn) {

        static Told of(Releases.Published published) {
            return new Told(String.valueOf(published.id()), published.period(), published.on());
        }
    }

    /** What the data do not know. */
    @Schema(
            name = "DataGaps",
            description = "Of the deals that were lost in the last 90 days",
            requiredProperties = {"lost", "unmapped", "unknown", "needs_enrichment"})
    record Gaps(
            @Schema(description = "How many those are", examples = "120", minimum = "0")
            long lost,

            @Schema(
                    description = "Their primary reason is a text that no alias knows: see `/v1/aliases/unmapped`",
                    minimum = "0")
            long unmapped,

            @Schema(description = "They have no reason", minimum = "0")
            long unknown,

            @Schema(description = "Their source has not told their closing date, or a currency", minimum = "0")
            long needsEnrichment) {

        static Gaps of(Brief.Gaps gaps) {
            return new Gaps(gaps.lost(), gaps.unmapped(), gaps.unknown(), gaps.needsEnrichment());
        }
    }
}
