package dev.groundswell.crm;

import dev.groundswell.access.Background;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** What a CRM sent is kept for as long as it may be needed to read it again, and no longer. */
@ApplicationScoped
class ForgetDeliveries {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Background background;
    private final Connection.Repository connections;
    private final EntityManager database;
    private final CrmConfig config;
    private final Clock clock;

    ForgetDeliveries(
            Background background,
            Connection.Repository connections,
            EntityManager database,
            CrmConfig config,
            Clock clock) {
        this.background = background;
        this.connections = connections;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "forget_deliveries",
            every = "1h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        for (var workspace : background.workspacesIn("connection")) {
            background.inside(workspace, "forget_deliveries", LEASE, turn -> forgetIn(workspace));
        }
    }

    private void forgetIn(String workspace) {
        before(
                "update delivery set body = null where workspace = :workspace and received_at < :before "
                        + "and body is not null and state in ('processed', 'ignored')",
                workspace,
                config.deliveriesKept());
        before(
                "delete from delivery where workspace = :workspace and received_at < :before and state <> 'received'",
                workspace,
                config.deadKept());
        before(
                "delete from seen_event where workspace = :workspace and seen_at < :before",
                workspace,
                config.eventsKept());
        before(
                "delete from deal_import where workspace = :workspace and created_at < :before "
                        + "and state in ('receiving', 'done')",
                workspace,
                config.deadKept());
    }

    /** Each in a transaction of its own: two in one would take deliveries in another order than an erasure does. */
    private void before(String statement, String workspace, Duration kept) {
        QuarkusTransaction.requiringNew().run(() -> {
            connections.keepAll();
            database.createNativeQuery(statement)
                    .setParameter("workspace", workspace)
                    .setParameter("before", clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        });
    }
}
