package dev.groundswell.listening;

import dev.groundswell.release.Releases;
import dev.groundswell.release.SurfacedConcern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in some days, and what is owed on the day on which it is read.
 *
 * @param moved signals that were opened or cleared
 * @param signalsDue open signals that nobody has answered, the longest due first
 * @param told periods of which the field's view was told
 * @param surfaced concerns that surfaced
 * @param answersDue concerns that nobody has answered, the longest due first
 */
public record Brief(
        LocalDate since,
        LocalDate until,
        List<Answered> moved,
        List<Answered> signalsDue,
        List<Releases.Published> told,
        List<SurfacedConcern> surfaced,
        List<SurfacedConcern> answersDue,
        Heard heard,
        Gaps gaps) {

    /** How well leadership listened in the last year. */
    public record Heard(
            long raised,
            long answered,
            long standing,
            @Nullable Double answeredShare,
            @Nullable Double medianDaysToAnswer) {

        static Heard of(Listening listening) {
            return new Heard(
                    listening.raised(),
                    listening.answered(),
                    listening.standing(),
                    listening.answeredShare(),
                    listening.medianDaysToAnswer());
        }
    }

    /** Of the deals that were lost lately, those of which something is not known. */
    public record Gaps(long lost, long unmapped, long unknown, long needsEnrichment) {}
}
