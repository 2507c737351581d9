package dev.groundswell.notify;

import dev.groundswell.access.Background;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** What went out is remembered for a while, what did not for longer; former secrets for a day. */
@ApplicationScoped
class ForgetOutgoing {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration DELIVERED_KEPT = Duration.ofDays(14);
    private static final Duration FAILED_KEPT = Duration.ofDays(30);

    private final Background background;
    private final Outgoing.Repository outgoing;
    private final Subscription.Repository subscriptions;
    private final Clock clock;

    ForgetOutgoing(
            Background background, Outgoing.Repository outgoing, Subscription.Repository subscriptions, Clock clock) {
        this.background = background;
        this.outgoing = outgoing;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Scheduled(
            identity = "forget_outgoing",
            every = "1h",
            delayed = "7m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        for (var workspace : background.workspacesIn("subscription")) {
            forgetIn(workspace);
        }
    }

    void forgetIn(String workspace) throws SQLException {
        background.inside(
                workspace,
                "forget_outgoing",
                LEASE,
                turn -> QuarkusTransaction.requiringNew().run(() -> {
                    var now = clock.instant();
                    subscriptions.holdAll();
                    outgoing.forget(Outgoing.State.delivered, now.minus(DELIVERED_KEPT));
                    outgoing.forget(Outgoing.State.failed, now.minus(FAILED_KEPT));
                    subscriptions.forgetFormerSecrets(now);
                }));
    }
}
