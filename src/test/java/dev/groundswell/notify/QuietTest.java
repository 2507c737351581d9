package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** A workspace in which everything waits for later is left alone, and costs nobody an event. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QuietTest {

    @Inject
    TestClock clock;

    @Inject
    Queue queue;

    private final Receiver receiver = new Receiver();
    private TestWorkspace workspace;
    private TestSubscription subscription;

    @BeforeEach
    void waitForTomorrow() throws SQLException {
        workspace = TestWorkspace.create();
        subscription = TestSubscription.of(workspace, "webhook", receiver.url("/in"), "signal.opened");
        AnotherCopy.takes(workspace, "outgoing");
        subscription.test();
        TestSubscription.sql(
                workspace, "update outgoing set next_at = now() + interval '1 day' where workspace = '%s'");
    }

    @AfterEach
    void leave() {
        clock.bringBack();
        receiver.close();
    }

    /** A row that comes about behind the back of this copy is what another copy, which has ended since, has put down. */
    @Test
    void whatAnotherCopyHasLeftBehindGoesOutWithinHalfAMinute() throws Exception {
        AnotherCopy.leaves(workspace, "outgoing");
        Thread.sleep(2500);
        TestSubscription.sql(workspace, "update outgoing set next_at = now() where workspace = '%s'");
        Thread.sleep(2500);
        assertThat(receiver.got()).isEmpty();

        clock.goOn(Duration.ofSeconds(31));
        subscription.settled();

        subscription.attempts().body("items[0].state", equalTo("delivered"));
    }

    @Test
    void whatThisCopyPutsDownGoesOutAtOnce() throws Exception {
        AnotherCopy.leaves(workspace, "outgoing");
        Thread.sleep(2500);
        var before = Instant.now();
        TestSubscription.signal(workspace, "Prices are named more often", true);
        subscription.settled();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        subscription.attempts().body("items[0].state", equalTo("delivered")).body("items[1].state", equalTo("waiting"));
    }

    @Test
    void whatFoundNoThreadCountsAsNoAttempt() throws SQLException {
        TestSubscription.sql(workspace, "update outgoing set next_at = now() where workspace = '%s'");
        TestSubscription.inside(workspace, () -> {
            var taken = queue.take(List.of(), 10);
            assertThat(taken).hasSize(1);
            queue.putBack(taken.get(0));
        });

        subscription.attempts().body("items[0].state", equalTo("waiting")).body("items[0].attempts", equalTo(0));
        var next = Instant.parse(subscription.latest("next_attempt"));
        assertThat(Duration.between(Instant.now(), next)).isLessThan(Duration.ofSeconds(5));
        AnotherCopy.leaves(workspace, "outgoing");
        subscription.settled();
        subscription.attempts().body("items[0].attempts", equalTo(1));
    }
}
