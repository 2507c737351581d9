package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.testsupport.AnotherCopy;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever receivers do, an event arrives as soon as it can, or is given up when it was promised to be. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeliveringTest {

    @Inject
    TestClock clock;

    @Inject
    Queue queue;

    @Inject
    ForgetOutgoing forgetting;

    private final Receiver receiver = new Receiver();
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void leave() {
        clock.bringBack();
        receiver.close();
    }

    @Test
    void aReceiverThatAsksForTimeIsGivenSome() {
        receiver.answering(429, "Retry-After", "3600");
        var subscription = webhook().test().tried(times -> times == 1);

        var next = Instant.parse(subscription.latest("next_attempt"));
        assertThat(Duration.between(Instant.now(), next)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(11));
    }

    @Test
    void aRedirectIsAFailure() {
        try (var elsewhere = new Receiver()) {
            receiver.answering(307, "Location", elsewhere.url("/"));
            var subscription = webhook().test().tried(times -> times == 1);

            subscription.attempts().body("items[0].last_failure", equalTo("redirect"));
            assertThat(elsewhere.got()).isEmpty();
        }
    }

    @Test
    void aSlowReceiverHoldsUpItselfAlone() {
        try (var slow = new Receiver().after(Duration.ofSeconds(60))) {
            var waiting = TestSubscription.of(workspace, "webhook", slow.url("/"), "signal.opened");
            for (int i = 0; i < 40; i++) {
                waiting.test();
            }
            waiting.until(() -> !slow.got().isEmpty());
            var before = Instant.now();
            webhook().test().settled();

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
            assertThat(slow.got()).hasSizeLessThan(5);
        }
    }

    /** Another copy of the service takes an event, and is killed before it has heard the answer. */
    @Test
    void anAttemptThatWasCutOffIsRepeatedUnderTheSameId() throws SQLException {
        var subscription = webhook();
        AnotherCopy.takes(workspace, "outgoing");
        subscription.test();
        TestSubscription.inside(
                workspace, () -> assertThat(queue.take(List.of(), 10)).hasSize(1));
        subscription.attempts().body("items[0].state", equalTo("waiting")).body("items[0].attempts", equalTo(1));
        AnotherCopy.leaves(workspace, "outgoing");

        clock.goOn(Duration.ofSeconds(31));
        subscription.settled();

        subscription.attempts().body("items[0].attempts", equalTo(2));
        assertThat(receiver.got()).hasSize(1);
        assertThat(receiver.got().get(0).headers().get("webhook-id")).isEqualTo(subscription.latest("webhook_id"));
    }

    /** As after a change of the service's secret. */
    @Test
    void whatNobodyCanDecryptHoldsUpNothing() throws SQLException {
        var subscription = webhook();
        AnotherCopy.takes(workspace, "outgoing");
        subscription.test();
        TestSubscription.sql(workspace, "update outgoing set body = sha256('anything') where workspace = '%s'");
        AnotherCopy.leaves(workspace, "outgoing");
        subscription.test().settled();

        subscription.attempts().body("items.state", contains("delivered", "failed"));
        subscription.attempts().body("items[1].last_failure", equalTo("unreadable"));
    }

    @Test
    void onlyWhatHasHappenedIsTold() throws SQLException {
        var subscription = webhook();

        TestSubscription.signal(workspace, "This did not happen", false);
        TestSubscription.signal(workspace, "Prices are named more often", true);
        subscription.until(() -> !receiver.got().isEmpty());

        subscription.attempts().body("items", hasSize(1));
        assertThat(receiver.got().get(0).body())
                .contains("\"type\":\"signal.opened\"", "Prices are named more often", "\"path\":\"/v1/signals/7\"");
    }

    @Test
    void twoWorkspacesHearOfThemselvesAlone() throws SQLException {
        var mine = webhook();
        var other = TestWorkspace.create();
        var theirs = TestSubscription.of(other, "webhook", receiver.url("/theirs"), "signal.opened");

        TestSubscription.signal(other, "Theirs", true);
        theirs.until(() -> !receiver.got().isEmpty());

        mine.attempts().body("items", hasSize(0));
        assertThat(receiver.got()).extracting(Receiver.Request::path).containsOnly("/theirs");
        workspace
                .asAdmin()
                .get("/v1/subscriptions/" + theirs.id() + "/attempts")
                .then()
                .statusCode(404);
    }

    @Test
    void whatHasArrivedIsForgottenAfterTwoWeeks() throws SQLException {
        var subscription = webhook().test().settled();

        clock.goOn(Duration.ofDays(13));
        forgetting.forgetIn(workspace.id());
        subscription.attempts().body("items", hasSize(1));
        clock.goOn(Duration.ofDays(2));
        forgetting.forgetIn(workspace.id());
        subscription.attempts().body("items", hasSize(0));
    }

    private TestSubscription webhook() {
        return TestSubscription.of(workspace, "webhook", receiver.url("/in"), "signal.opened");
    }
}
