package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of the field, and when: what has left in confidence, in the words in which it has left. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TellingTest {

    @Inject
    TestClock clock;

    private final Receiver receiver = new Receiver();
    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void leave() {
        clock.bringBack();
        receiver.close();
    }

    @Test
    void aConcernIsToldWithTheNextHourAndDatedToTheDay() throws IOException {
        var field = TestField.of(1);
        var subscription = TestSubscription.of(field.workspace(), "webhook", receiver.url("/in"), "concern.surfaced");
        field.raise(0, "This stays below the surface");
        field.surfaceNow(0, "We lose below fifty seats");
        var today = LocalDate.now(ZoneOffset.UTC).toString();

        subscription
                .attempts()
                .body("items.size()", equalTo(1))
                .body("items[0].told_at", equalTo(today + "T00:00:00Z"))
                .body("items[0].attempts", equalTo(0));
        clock.goOn(Duration.ofHours(1));
        subscription.settled();

        var body = json.readTree(receiver.got().get(0).body());
        assertThat(body.path("timestamp").asText()).isEqualTo(today + "T00:00:00Z");
        assertThat(body.at("/data/words").asText()).isEqualTo("We lose below fifty seats");
        assertThat(names(body.path("data").fieldNames()))
                .isEqualTo(Set.of("id", "path", "topic", "words", "surfaced_on"));
    }

    @Test
    void whatLeadershipAnswersIsTold() throws IOException {
        var field = TestField.of(1);
        var subscription = TestSubscription.of(field.workspace(), "webhook", receiver.url("/in"), "response.given");
        field.surfaceNow(0, "We lose below fifty seats");
        field.respond(field.surfaced(), "{\"kind\": \"conceded\", \"words\": \"We were wrong\"}");
        subscription.settled();

        var body = json.readTree(receiver.got().get(0).body());
        assertThat(body.path("type").asText()).isEqualTo("response.given");
        assertThat(body.at("/data/kind").asText()).isEqualTo("conceded");
        assertThat(body.at("/data/words").asText()).isEqualTo("We were wrong");
        assertThat(body.at("/data/path").asText()).isEqualTo("/v1/concerns");
    }

    @Test
    void periodsAndQuestionsAreToldByTheirNamesAlone() {
        var field = TestField.of(5);
        var subscription = TestSubscription.of(
                field.workspace(), "webhook", receiver.url("/in"), "release.published", "question.closed");
        field.say(0, 5, "budget");
        field.sealPeriod();
        field.ask("this", "that");
        for (int rep = 0; rep < 5; rep++) {
            field.answer(rep, "this");
        }
        field.questionCloses();
        clock.goOn(Duration.ofDays(100));
        subscription.until(() -> receiver.got().size() == 2);

        assertThat(new HashSet<>(subscription.events())).isEqualTo(Set.of("release.published", "question.closed"));
        assertThat(receiver.got())
                .extracting(Receiver.Request::body)
                .noneMatch(body -> body.contains("budget") || body.contains("this") || body.contains("people"));
    }

    private static Set<String> names(Iterator<String> fields) {
        var names = new HashSet<String>();
        fields.forEachRemaining(names::add);
        return names;
    }
}
