package dev.groundswell.field;

import dev.groundswell.access.Background;
import dev.groundswell.access.Zones;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** What was told among others, or discarded, is kept for its author to look at for a year and a bit. What waits is not over. */
@ApplicationScoped
class ForgetReports {

    static final int KEPT_DAYS = 400;

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Background background;
    private final FieldReport.Repository reports;
    private final Zones zones;
    private final Clock clock;

    ForgetReports(Background background, FieldReport.Repository reports, Zones zones, Clock clock) {
        this.background = background;
        this.reports = reports;
        this.zones = zones;
        this.clock = clock;
    }

    @Scheduled(
            identity = "forget_reports",
            every = "1h",
            delayed = "15m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        for (var workspace : background.workspacesIn("field_report")) {
            forgetIn(workspace, clock);
        }
    }

    /** What has been kept for long enough, by this clock. */
    void forgetIn(String workspace, Clock by) throws SQLException {
        background.inside(workspace, "forget_reports", LEASE, turn -> {
            var today = LocalDate.ofInstant(by.instant(), zones.current());
            QuarkusTransaction.requiringNew().run(() -> reports.forgetSealed(today.minusDays(KEPT_DAYS)));
        });
    }
}
