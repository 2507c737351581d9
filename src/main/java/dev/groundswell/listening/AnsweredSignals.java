package dev.groundswell.listening;

import dev.groundswell.release.Answers;
import dev.groundswell.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signals, and what leadership answered to them, within the caller's transaction. */
@ApplicationScoped
class AnsweredSignals {

    private final Signals signals;
    private final Answers answers;

    AnsweredSignals(Signals signals, Answers answers) {
        this.signals = signals;
        this.answers = answers;
    }

    List<Answered> before(long id, @Nullable Boolean open, int limit) {
        return answered(signals.before(id, open, limit));
    }

    Optional<Answered> find(long id) {
        return signals.find(id).map(signal -> answered(List.of(signal)).get(0));
    }

    List<Answered> open() {
        return answered(signals.open());
    }

    List<Answered> movedSince(LocalDate day) {
        return answered(signals.movedSince(day));
    }

    List<Answered> openedSince(LocalDate day) {
        return answered(signals.openedSince(day));
    }

    private List<Answered> answered(List<Signals.Known> known) {
        var given = answers.toSignals(known.stream().map(Signals.Known::id).toList());
        return known.stream()
                .map(signal -> new Answered(signal, given.getOrDefault(signal.id(), List.of())))
                .toList();
    }
}
