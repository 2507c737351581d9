package dev.groundswell.notify;

import dev.groundswell.listening.Answered;
import dev.groundswell.listening.Brief;
import dev.groundswell.release.Releases;
import dev.groundswell.release.SurfacedConcern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Digest",
        description = "A week in a page, from Monday to Sunday",
        requiredProperties = {
            "week",
            "since",
            "until",
            "signals",
            "surfaced",
            "answers_due",
            "releases",
            "listening",
            "gaps",
            "path"
        })
record Digest(
        @Schema(description = "The week by ISO 8601", examples = "2026-W47") @Size(max = 10)
        String week,

        @Schema(description = "Its Monday") LocalDate since,
        @Schema(description = "Its Sunday") LocalDate until,

        @Schema(description = "Changes in the market that were found in the week, or no longer") @Size(max = MOST)
        List<Moved> signals,

        @Schema(description = "Concerns that surfaced in the week") @Size(max = MOST)
        List<Concern> surfaced,

        @Schema(description = "Signals and concerns that nobody has answered yet, the longest due first")
        @Size(max = MOST)
        List<Due> answersDue,

        @Schema(description = "Periods of which the field's view was told in the week") @Size(max = MOST)
        List<Told> releases,

        Heard listening,
        Gaps gaps,

        @Schema(description = "Where it is read", examples = "/v1/digest") @Size(max = 200)
        String path) {

    private static final int MOST = 100;

    @Schema(
            name = "DigestSignal",
            description = "A change in the market, in a sentence",
            requiredProperties = {"id", "sentence", "cleared"})
    record Moved(
            @Size(max = 20) String id,

            @Schema(description = "What has changed, to be read as it stands") @Size(max = 2000)
            String sentence,

            @Schema(description = "True where it was found no more")
            boolean cleared) {

        static Moved of(Answered answered, LocalDate until) {
            var signal = answered.signal();
            return new Moved(String.valueOf(signal.id()), signal.sentence(), answered.isClearedBy(until));
        }
    }

    @Schema(
            name = "DigestConcern",
            description = "A concern that has surfaced",
            requiredProperties = {"id", "topic", "words", "surfaced_on"})
    record Concern(
            @Size(max = 20) String id,

            @Schema(description = "What it is about; clients must accept unknown values") @Size(max = 60)
            String topic,

            @Schema(description = "What the field says, word for word") @Size(max = 1000)
            String words,

            @Schema(description = "The day on which leaders could read it first")
            LocalDate surfacedOn) {

        static Concern of(SurfacedConcern concern) {
            return new Concern(
                    String.valueOf(concern.id()), concern.topic().name(), concern.words(), concern.surfacedOn());
        }
    }

    @Schema(
            name = "DigestAnswerDue",
            description = "An answer that leadership owes, to a signal or to a concern",
            requiredProperties = {"words", "answer_due", "overdue"})
    record Due(
            @Schema(description = "The id of the concern, where it is one") @Size(max = 20) @Nullable
            String concern,

            @Schema(description = "The id of the signal, where it is one") @Size(max = 20) @Nullable
            String signal,

            @Schema(description = "What is to be answered: the words of the concern, or the sentence of the signal")
            @Size(max = 2000)
            String words,

            @Schema(description = "The day until which leadership owes it")
            LocalDate answerDue,

            @Schema(description = "Nobody has answered in time, so the field's word stands")
            boolean overdue) {

        static Due of(SurfacedConcern concern, LocalDate today) {
            return new Due(
                    String.valueOf(concern.id()), null, concern.words(), concern.answerDue(), concern.stands(today));
        }

        static Due of(Answered answered, LocalDate today) {
            return new Due(
                    null,
                    String.valueOf(answered.signal().id()),
                    answered.signal().sentence(),
                    answered.answerDue(),
                    answered.isOverdue(today));
        }
    }

    @Schema(
            name = "DigestRelease",
            description = "A release of what the field said",
            requiredProperties = {"id", "period", "released_on"})
    record Told(
            @Size(max = 20) String id,

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

    /** How well leadership listened. */
    @Schema(
            name = "DigestListening",
            description = "Over the last year; leadership as a whole, no leader and no rep",
            requiredProperties = {"raised", "answered", "standing"})
    record Heard(
            @Schema(description = "Concerns that have surfaced", minimum = "0")
            long raised,

            @Schema(description = "Those of them that were answered", minimum = "0")
            long answered,

            @Schema(description = "Nobody has answered in time", minimum = "0")
            long standing,

            @Schema(description = "Of those that were answered or are overdue", minimum = "0", maximum = "1") @Nullable
            Double answeredShare,

            @Schema(
                    description = "Days from the surfacing to the first answer; absent where none was given",
                    minimum = "0")
            @Nullable
            Double medianDaysToAnswer) {

        static Heard of(Brief.Heard heard) {
            return new Heard(
                    heard.raised(),
                    heard.answered(),
                    heard.standing(),
                    heard.answeredShare(),
                    heard.medianDaysToAnswer());
        }
    }

    /** What the data do not know. */
    @Schema(
            name = "DigestGaps",
            description = "Of the deals that were lost in the last 90 days",
            requiredProperties = {"lost", "unmapped", "unknown", "needs_enrichment"})
    record Gaps(
            @Schema(description = "How many those are", minimum = "0")
            long lost,

            @Schema(description = "Their primary reason is a text that no alias knows", minimum = "0")
            long unmapped,

            @Schema(description = "They have no reason", minimum = "0")
            long unknown,

            @Schema(description = "Their source has not told their closing date, or a currency", minimum = "0")
            long needsEnrichment) {

        static Gaps of(Brief.Gaps gaps) {
            return new Gaps(gaps.lost(), gaps.unmapped(), gaps.unknown(), gaps.needsEnrichment());
        }
    }

    static Digest of(Brief brief, LocalDate today) {
        return new Digest(
                brief.since().format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8),
                brief.since(),
                brief.until(),
                brief.moved().stream()
                        .limit(MOST)
                        .map(moved -> Moved.of(moved, brief.until()))
                        .toList(),
                brief.surfaced().stream().limit(MOST).map(Concern::of).toList(),
                Stream.concat(
                                brief.signalsDue().stream().map(signal -> Due.of(signal, today)),
                                brief.answersDue().stream().map(concern -> Due.of(concern, today)))
                        .sorted(Comparator.comparing(Due::answerDue))
                        .limit(MOST)
                        .toList(),
                brief.told().stream().limit(MOST).map(Told::of).toList(),
                Heard.of(brief.heard()),
                Gaps.of(brief.gaps()),
                "/v1/digest");
    }
}
