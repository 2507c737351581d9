package dev.groundswell.access;

import static dev.groundswell.testsupport.Database.enter;
import static dev.groundswell.testsupport.Database.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BacklogTest {

    private static final double HOUR = Duration.ofHours(1).toSeconds();

    @Inject
    Backlog backlog;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatWaitsIsCountedOverAllWorkspacesAndTheOldestTellsForHowLong() throws SQLException {
        var one = TestWorkspace.create();
        var other = TestWorkspace.create();
        backlog.look();
        double before = gauge("groundswell.queue.waiting");

        mark(one, "1 hour");
        mark(other, "10 minutes");
        backlog.look();
        assertThat(gauge("groundswell.queue.waiting")).isEqualTo(before + 2);
        assertThat(gauge("groundswell.queue.oldest")).isBetween(HOUR, HOUR + 60);

        clear(one);
        clear(other);
        backlog.look();
        assertThat(gauge("groundswell.queue.waiting")).isEqualTo(before);
        assertThat(gauge("groundswell.queue.oldest")).isLessThan(HOUR);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("queue", "dirty_months").gauge().value();
    }

    /** In a workspace whose few deals nobody counts, so that it stays. */
    private static void mark(TestWorkspace workspace, String since) throws SQLException {
        in(
                workspace,
                "insert into dirty_month (workspace, month, marked_at) values ('%s', '2026-01-01', now() - interval '%s')"
                        .formatted(workspace.id(), since));
    }

    private static void clear(TestWorkspace workspace) throws SQLException {
        in(workspace, "delete from dirty_month where workspace = '" + workspace.id() + "'");
    }

    private static void in(TestWorkspace workspace, String sql) throws SQLException {
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            enter(app, workspace.id());
            execute(app, sql);
            app.commit();
        }
    }
}
