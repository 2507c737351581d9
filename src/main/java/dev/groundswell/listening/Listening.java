package dev.groundswell.listening;

import dev.groundswell.release.Answer;
import dev.groundswell.release.Given;
import dev.groundswell.release.SurfacedConcern;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well leadership listens: plain counts over what the field said and what was answered. Leaders are measured here, reps never. */
final class Listening {

    private static final Set<Answer.Kind> DECIDED =
            Set.of(Answer.Kind.acted, Answer.Kind.conceded, Answer.Kind.disputed);

    private final List<SurfacedConcern> concerns;
    private final LocalDate today;

    Listening(List<SurfacedConcern> concerns, LocalDate today) {
        this.concerns = List.copyOf(concerns);
        this.today = today;
    }

    /** How much the field said. */
    long raised() {
        return concerns.size();
    }

    long answered() {
        return concerns.stream().filter(concern -> !concern.answers().isEmpty()).count();
    }

    /** Answered, of those that were answered or are overdue: what is still within its time counts for neither. */
    @Nullable
    Double answeredShare() {
        return share(answered(), answered() + standing());
    }

    /** Nobody has answered in time. */
    long standing() {
        return concerns.stream().filter(concern -> concern.stands(today)).count();
    }

    /** Days from the surfacing to the first answer: half of the answers came sooner. */
    @Nullable
    Double medianDaysToAnswer() {
        var days = concerns.stream()
                .filter(concern -> !concern.answers().isEmpty())
                .mapToLong(Listening::daysToAnswer)
                .sorted()
                .toArray();
        int middle = days.length / 2;
        if (days.length == 0) {
            return null;
        }
        return days.length % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2.0;
    }

    /** None is negative, also where the clock was moved in between. */
    private static long daysToAnswer(SurfacedConcern concern) {
        var first = concern.answers().get(0).on();
        return Math.max(0, ChronoUnit.DAYS.between(concern.surfacedOn(), first));
    }

    /** What the latest decision says; one that was disputed and conceded later is conceded. */
    long decided(Answer.Kind kind) {
        return concerns.stream()
                .filter(concern -> decision(concern).filter(kind::equals).isPresent())
                .count();
    }

    long everDisputed() {
        return concerns.stream().filter(Listening::wasDisputed).count();
    }

    /** Disputes in which leadership came round: conceded, or acted all the same. */
    long disputesThatTheFieldWon() {
        return concerns.stream()
                .filter(Listening::wasDisputed)
                .filter(concern -> decision(concern)
                        .filter(kind -> kind != Answer.Kind.disputed)
                        .isPresent())
                .count();
    }

    /** Conceded or acted upon, or left standing, of what is decided or overdue. */
    @Nullable
    Double fieldRightShare() {
        long right = decided(Answer.Kind.conceded) + decided(Answer.Kind.acted) + standing();
        return share(right, right + decided(Answer.Kind.disputed));
    }

    /** Concerns of which an answer says thanks. */
    long thanked() {
        return concerns.stream()
                .filter(concern -> concern.answers().stream().anyMatch(Given::thanks))
                .count();
    }

    private static boolean wasDisputed(SurfacedConcern concern) {
        return concern.answers().stream().anyMatch(given -> given.answer() instanceof Answer.Disputed);
    }

    private static Optional<Answer.Kind> decision(SurfacedConcern concern) {
        return concern.answers().stream()
                .map(given -> given.answer().kind())
                .filter(DECIDED::contains)
                .reduce((before, after) -> after);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
