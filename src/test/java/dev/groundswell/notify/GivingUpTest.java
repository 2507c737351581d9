package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.groundswell.testsupport.AnotherCopy;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an event is given up, and when a receiver is: the dead are left alone, a bad week is forgiven. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GivingUpTest {

    @Inject
    TestClock clock;

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
    void whatFailsIsTriedTenTimesAndThenGivenUp() {
        receiver.answering(500);
        var subscription = webhook().test();
        var steps = List.of("PT6S", "PT6M", "PT34M", "PT2H13M", "PT5H31M", "PT11H", "PT15H25M", "PT22H", "PT26H25M");
        for (int i = 0; i < steps.size(); i++) {
            int made = i + 1;
            subscription.until(() -> subscription.read().extract().<Integer>path("failures") == made);
            clock.goOn(Duration.parse(steps.get(i)));
            if (i < 2) {
                subscription.attempts().body("items[0].state", equalTo("waiting"));
            }
        }
        subscription.settled();

        subscription
                .attempts()
                .body("items[0].state", equalTo("failed"))
                .body("items[0].attempts", equalTo(10))
                .body("items[0].last_status", equalTo(500))
                .body("items[0].last_failure", equalTo("status"));
        subscription.read().body("state", equalTo("active")).body("failures", equalTo(10));
        assertThat(new HashSet<>(receiver.got().stream()
                        .map(request -> request.headers().get("webhook-id"))
                        .toList()))
                .hasSize(1);
        assertThat(new HashSet<>(receiver.got().stream()
                        .map(request -> request.headers().get("webhook-timestamp"))
                        .toList()))
                .hasSize(10);
    }

    /** As of a weekly digest that was given up the week before. */
    @Test
    void oneFailureTurnsNothingOffHoweverLongAgoTheFirstWas() throws SQLException {
        receiver.answering(500);
        var subscription = webhook();
        failingForSixDays();

        subscription.test().tried(times -> times == 1);
        subscription.read().body("state", equalTo("active")).body("failures", equalTo(11));
        receiver.answering(200);
        clock.goOn(Duration.ofSeconds(6));
        subscription.settled();

        subscription.attempts().body("items[0].state", equalTo("delivered"));
        subscription.read().body("state", equalTo("active")).body("failures", equalTo(0));
    }

    @Test
    void anEventThatIsGivenUpAfterFiveDaysOfFailingTurnsTheSubscriptionOff() throws SQLException {
        receiver.answering(500);
        var subscription = webhook();
        failingForSixDays();
        AnotherCopy.takes(workspace, "outgoing");
        subscription.test();
        TestSubscription.sql(workspace, "update outgoing set attempts = 9 where workspace = '%s'");
        subscription.test();
        AnotherCopy.leaves(workspace, "outgoing");
        subscription.until(() -> "off".equals(subscription.read().extract().path("state")));

        subscription.read().body("off_because", equalTo("failing"));
        subscription.attempts().body("items[1].last_failure", equalTo("status")).body("items[1].attempts", equalTo(10));
        subscription.attempts().body("items[0].state", equalTo("failed")).body("items[0].last_failure", notNullValue());
        subscription.change("{\"state\": \"active\"}").body("failures", equalTo(0));
        receiver.answering(200);
        subscription.test().settled();
        subscription.attempts().body("items[0].state", equalTo("delivered"));
    }

    @Test
    void whoeverIsGoneIsToldNothingMore() throws SQLException {
        receiver.answering(410);
        var webhook = webhook().test().settled();

        webhook.read().body("state", equalTo("off")).body("off_because", equalTo("gone"));
        webhook.attempts().body("items[0].last_failure", equalTo("gone"));
        TestSubscription.signal(workspace, "Nobody hears it", true);
        webhook.attempts().body("items", hasSize(1));
        receiver.answering(404);
        var slack = TestSubscription.of(workspace, "slack", receiver.url("/"), "signal.opened")
                .test()
                .settled();
        slack.read().body("off_because", equalTo("gone"));
        var another = webhook().test().tried(times -> times == 1);
        another.read().body("state", equalTo("active"));
    }

    private TestSubscription webhook() {
        return TestSubscription.of(workspace, "webhook", receiver.url("/in"), "signal.opened");
    }

    private void failingForSixDays() throws SQLException {
        TestSubscription.sql(
                workspace,
                "update subscription set failures = 10, failing_since = now() - interval '6 days' where workspace = '%s'");
    }
}
