package dev.groundswell.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What leadership answered to what was released, within the caller's transaction. Answers are only ever added. */
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
        var response = new Response(release, answer, thanks, today);
        responses.persistAndFlush(response);
        var given = Given.of(response);
        told.fire(new ResponseGiven(release, releases.findById(release).kind, given));
        return given;
    }

    /** By release, the first answer first; a release without answers is left out. */
    public Map<Long, List<Given>> to(Collection<Long> releases) {
        return responses.to(releases).stream()
                .collect(Collectors.groupingBy(
                        response -> response.release, Collectors.mapping(Given::of, Collectors.toList())));
    }
}
