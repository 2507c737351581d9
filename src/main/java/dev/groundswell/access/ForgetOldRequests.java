package dev.groundswell.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Idempotency keys are kept for two days: a day is promised. */
@ApplicationScoped
class ForgetOldRequests {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Background background;
    private final EntityManager database;
    private final Clock clock;

    ForgetOldRequests(Background background, EntityManager database, Clock clock) {
        this.background = background;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            identity = "idempotency",
            every = "1h",
            delayed = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        for (var workspace : background.workspacesIn("idempotency")) {
            background.inside(
                    workspace,
                    "idempotency",
                    LEASE,
                    turn -> QuarkusTransaction.requiringNew().run(() -> forgetIn(workspace)));
        }
    }

    private void forgetIn(String workspace) {
        database.createNativeQuery("delete from idempotency where workspace = :workspace and created_at < :before")
                .setParameter("workspace", workspace)
                .setParameter("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
