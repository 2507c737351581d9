package dev.groundswell.listening;

import dev.groundswell.http.Idempotency;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answer;
import dev.groundswell.release.Given;
import dev.groundswell.release.ResponseView;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes an answer of leadership's once, however often it is sent, within the caller's transaction. */
@ApplicationScoped
class Answering {

    private final OpenRecords records;
    private final Idempotency idempotency;

    Answering(OpenRecords records, Idempotency idempotency) {
        this.records = records;
        this.idempotency = idempotency;
    }

    /**
     * @param location where what is answered can be read
     * @param add gives the answer
     * @param given all answers that there are to it
     */
    RestResponse<ResponseView> take(
            AnswerBodies.Body body, String location, Function<Answer, Given> add, Supplier<List<Given>> given) {
        var done = idempotency.once(
                body,
                () -> {
                    var added = add.apply(body.answer(records::check));
                    return new Idempotency.Done<>(201, added.id(), ResponseView.of(added));
                },
                id -> again(given.get(), id));
        return RestResponse.ResponseBuilder.<ResponseView>create(done.status())
                .location(URI.create(location))
                .entity(done.body())
                .build();
    }

    private static ResponseView again(List<Given> given, long id) {
        return given.stream()
                .filter(answer -> answer.id() == id)
                .findFirst()
                .map(ResponseView::of)
                .orElseThrow(ProblemException::madeAndGone);
    }
}
