package dev.groundswell.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.Zones;
import dev.groundswell.release.Kind;
import dev.groundswell.release.Released;
import dev.groundswell.release.ResponseGiven;
import dev.groundswell.signal.SignalMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Hears what has happened, within its transaction, and puts it into the outbox in the words that everybody may read. */
@ApplicationScoped
class Telling {

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Zones zones;
    private final Clock clock;

    Telling(Outbox outbox, ObjectMapper json, Zones zones, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.zones = zones;
        this.clock = clock;
    }

    void signal(@Observes SignalMoved moved) {
        var type = moved.move() == SignalMoved.Move.opened ? EventType.signal_opened : EventType.signal_cleared;
        outbox.tell(type, data(moved.id(), "/v1/signals/" + moved.id()).put("sentence", moved.sentence()));
    }

    void fieldView(@Observes Released.FieldView released) {
        outbox.tell(
                EventType.release_published,
                data(released.id(), "/v1/releases/" + released.id()).put("period", released.period()));
    }

    /** Dated to the day and sent with the next full hour: to the second, it would tell who was at work just then. */
    void concern(@Observes Released.Concern surfaced) {
        var data = data(surfaced.id(), "/v1/concerns")
                .put("topic", surfaced.topic())
                .put("words", surfaced.words());
        var day = zones.today();
        outbox.tell(
                EventType.concern_surfaced,
                data.put("surfaced_on", day.toString()),
                day.atStartOfDay(zones.current()).toInstant(),
                clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
    }

    void question(@Observes Released.Answers released) {
        outbox.tell(EventType.question_closed, data(released.id(), "/v1/questions"));
    }

    void response(@Observes ResponseGiven response) {
        var given = response.given();
        outbox.tell(
                EventType.response_given,
                answered(response, given.id())
                        .put("kind", given.answer().kind().name())
                        .put("words", given.answer().words())
                        .put("given_on", given.on().toString()));
    }

    private ObjectNode answered(ResponseGiven response, long id) {
        if (response instanceof ResponseGiven.ToSignal to) {
            return data(id, "/v1/signals/" + to.signal()).put("signal", String.valueOf(to.signal()));
        }
        var to = (ResponseGiven.ToRelease) response;
        var path = to.kind() == Kind.field_view ? "/v1/releases/" + to.release() : "/v1/concerns";
        return data(id, path).put("release", String.valueOf(to.release()));
    }

    private ObjectNode data(long id, String path) {
        return json.createObjectNode().put("id", String.valueOf(id)).put("path", path);
    }
}
