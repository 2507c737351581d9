package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DigestTest {

    private static final LocalDate MONDAY =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @Inject
    TestClock clock;

    @Inject
    Digests digests;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void leave() {
        clock.bringBack();
        receiver.close();
    }

    @Test
    void everybodyReadsTheWeekAsJsonOrAsText() {
        var field = TestField.of(1);
        field.surfaceNow(0, "We lose below fifty seats");
        clock.moveTo(MONDAY.plusDays(2));

        for (var reader : List.of(
                field.workspace().asRep(),
                field.workspace().asLeader(),
                field.workspace().asAdmin())) {
            reader.get("/v1/digest")
                    .then()
                    .statusCode(200)
                    .body("since", equalTo(MONDAY.minusWeeks(1).toString()))
                    .body("until", equalTo(MONDAY.minusDays(1).toString()))
                    .body("surfaced.words", contains("We lose below fifty seats"))
                    .body("answers_due", hasSize(1))
                    .body("listening.raised", equalTo(1))
                    .body("gaps.lost", equalTo(0));
        }
        field.workspace()
                .asRep()
                .accept("text/plain")
                .get("/v1/digest")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("Surfaced: We lose below fifty seats\n"))
                .body(containsString("1 concern surfaced, 0 answered, 0 left standing"));
    }

    @Test
    void itIsSentOnceOnMondayMorning() throws SQLException {
        var field = TestField.of(1);
        field.surfaceNow(0, "We lose below fifty seats");
        var subscription = TestSubscription.of(field.workspace(), "webhook", receiver.url("/in"), "digest.weekly");
        clock.moveTo(MONDAY.minusDays(1));
        digests.sendIn(field.workspace().id());
        assertThat(subscription.events()).as("on Sunday").isEmpty();
        clock.goOn(Duration.ofHours(18));
        digests.sendIn(field.workspace().id());
        assertThat(subscription.events()).as("at six").isEmpty();
        clock.goOn(Duration.ofHours(2));
        for (int copy = 0; copy < 3; copy++) {
            digests.sendIn(field.workspace().id());
        }
        assertThat(subscription.events()).containsExactly("digest.weekly");
        subscription.settled();

        assertThat(receiver.got().get(0).body())
                .contains(
                        "\"type\":\"digest.weekly\"",
                        "\"since\":\"" + MONDAY.minusWeeks(1) + "\"",
                        "We lose below fifty seats");
        clock.goOn(Duration.ofDays(7));
        digests.sendIn(field.workspace().id());
        assertThat(subscription.events()).containsExactly("digest.weekly", "digest.weekly");
    }

    @Test
    void toSendItIsNotToReadIt() throws SQLException {
        var field = TestField.of(1);
        field.surfaceNow(0, "We lose below fifty seats");
        TestSubscription.of(field.workspace(), "webhook", receiver.url("/in"), "digest.weekly");
        clock.moveTo(MONDAY);
        digests.sendIn(field.workspace().id());
        clock.bringBack();

        var readers = field.workspace().asRep().get("/v1/safety").then().extract();
        assertThat(readers.asString()).doesNotContain("\"role\":\"leader\"", "\"role\":\"admin\"");
        field.workspace().asLeader().get("/v1/digest").then().statusCode(200);
    }
}
