package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.testsupport.Hold;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription is deleted, or turned off, while it is noted how an attempt went: neither makes the other fail. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SubscriptionDeletedTest {

    private final Receiver receiver = new Receiver().after(Duration.ofSeconds(10));
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void leave() {
        receiver.close();
    }

    @Test
    void aSubscriptionIsDeletedMeanwhile() throws Exception {
        receiver.answering(500);
        var subscription = subscription();

        assertThat(whileAnAttemptIsNoted(
                        "outgoing",
                        subscription,
                        () -> workspace
                                .asAdmin()
                                .delete("/v1/subscriptions/" + subscription.id())
                                .statusCode()))
                .isEqualTo(204);
    }

    @Test
    void aSubscriptionIsTurnedOffMeanwhile() throws Exception {
        var subscription = subscription();

        assertThat(whileAnAttemptIsNoted(
                        "subscription",
                        subscription,
                        () -> subscription
                                .change("{\"state\": \"off\"}")
                                .extract()
                                .statusCode()))
                .isEqualTo(200);
        assertThat(subscription.<String>latest("state")).isEqualTo("delivered");
    }

    /** @param held the table whose rows of the workspace both have to wait for */
    private int whileAnAttemptIsNoted(String held, TestSubscription subscription, IntSupplier asked) throws Exception {
        subscription.test();
        await().until(() -> !receiver.got().isEmpty());
        try (var hold = Hold.on("from %s where workspace = '%s'".formatted(held, workspace.id()))) {
            receiver.after(Duration.ZERO);
            hold.awaitWaiting(1);
            var answer = CompletableFuture.supplyAsync(asked::getAsInt);
            hold.awaitWaiting(2).letGo();
            return answer.get();
        }
    }

    private TestSubscription subscription() {
        return TestSubscription.of(workspace, "webhook", receiver.url("/in"), "digest.weekly");
    }
}
