package dev.groundswell.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What leadership answered to what was released and to signals, within the caller's transaction. Answers are only ever added. */
@ApplicationScoped
public class Answers {

    private final Response.Repository responses;
    private final Release.Repository releases;
    private final Event<ResponseGiven> told;

    Answers(Response.Repository responses, Release.Repository releases, Event<ResponseGiven> told) {
        this.responses = responses;
        this.releases = releases;
        this.told = told;
    }

    public Given add(long release, Answer answer, boolean thanks, LocalDate today) {
        var given = keep(new Response(release, null, answer, thanks, today));
        told.fire(new ResponseGiven.ToRelease(release, releases.findById(release).kind, given));
        return given;
    }

    public Given addToSignal(long signal, Answer answer, boolean thanks, LocalDate today) {
        var given = keep(new Response(null, signal, answer, thanks, today));
        told.fire(new ResponseGiven.ToSignal(signal, given));
        return given;
    }

    private Given keep(Response response) {
        responses.persistAndFlush(response);
        return Given.of(response);
    }

    /** By release, the first answer first; a release without answers is left out. */
    public Map<Long, List<Given>> to(Collection<Long> releases) {
        return by(responses.to(releases), response -> response.release);
    }

    /** By signal, the first answer first; a signal without answers is left out. */
    public Map<Long, List<Given>> toSignals(Collection<Long> signals) {
        return by(responses.toSignals(signals), response -> response.signal);
    }

    private static Map<Long, List<Given>> by(List<Response> rows, Function<Response, @Nullable Long> answered) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(answered.apply(row)),
                        Collectors.mapping(Given::of, Collectors.toList())));
    }
}
