package dev.groundswell.trend.rollup;

import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.access.CurrentWorkspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * Counts what was marked. Each step is one transaction that locks the workspace's row before it looks at anything, so that
 * nobody who looked earlier can write later; marks go with the counts that they asked for.
 */
@ApplicationScoped
class Rollup {

    private static final String CHECKED = "groundswell.rollup.checked";
    private static final String DRIFTED = "groundswell.rollup.drifted";

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    /** Days that are counted in one transaction. */
    private static final int DAYS = 50;

    /** Marks of days that are forgotten in one transaction, where nothing is counted. */
    private static final int FORGOTTEN = 1_000;

    /** A busy month is added up once in so long. */
    private static final Duration BETWEEN_MONTHS = Duration.ofSeconds(3);

    private final Background background;
    private final CurrentWorkspace workspace;
    private final RollupStore store;
    private final RollupConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    Rollup(
            Background background,
            CurrentWorkspace workspace,
            RollupStore store,
            RollupConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.background = background;
        this.workspace = workspace;
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("dirty_days", "dirty_day");
        backlog.watch("dirty_months", "dirty_month", "marked_at");
        backlog.watch("first_counts", "rollup_fill");
        metrics.counter(CHECKED);
        metrics.counter(DRIFTED);
    }

    @Scheduled(identity = "rollup", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        var waiting = new TreeSet<String>();
        for (var queue : List.of("dirty_day", "dirty_month", "rollup_fill")) {
            waiting.addAll(background.workspacesIn(queue));
        }
        for (var each : waiting) {
            background.inside(each, "rollup", LEASE, this::workInside);
        }
    }

    /** Looks at a random day of each workspace. What is wrong is marked, and told as a metric: it must never happen. */
    @Scheduled(
            identity = "rollup_check",
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() throws SQLException {
        for (var each : background.workspacesIn("rollup")) {
            background.inside(
                    each,
                    "rollup",
                    LEASE,
                    turn -> QuarkusTransaction.requiringNew().call(() -> checkOne()));
        }
    }

    private void workInside(Background.Turn turn) {
        while (!turn.isOver() && QuarkusTransaction.requiringNew().call(this::step)) {
            // step by step
        }
    }

    /** False where nothing is left to do. */
    boolean step() throws SQLException {
        var id = workspace.id();
        var progress = store.lock(id);
        return switch (progress.state()) {
            case raw -> forget(id);
            case filling -> fill(id, progress);
            case ready -> countDays(id) || countMonths(id);
        };
    }

    /** Few deals are read as they are; once they are many, they are counted. */
    private boolean forget(String id) throws SQLException {
        boolean some = !store.takeDays(id, FORGOTTEN).isEmpty();
        if (some) {
            store.changed(id);
        }
        if (!store.hasDeals(id, config.from())) {
            return some;
        }
        // whoever commits from here on leaves a mark that stays until all is counted
        store.begin(id, clock.instant());
        Log.infof("Counting the deals of workspace %s for the first time", id);
        return true;
    }

    /** A month a step. Marks wait: those days are counted once more at the end. */
    private boolean fill(String id, RollupStore.Progress progress) throws SQLException {
        var after = progress.filledUntil() == null ? BEFORE_ALL : progress.filledUntil();
        var next = store.nextClosed(id, after);
        if (next == null) {
            store.end(id, progress.filledUntil());
            store.changed(id);
            Log.infof("All deals of workspace %s are counted", id);
            return true;
        }
        var month = next.withDayOfMonth(1);
        store.countDays(id, month.datesUntil(month.plusMonths(1)).toList());
        store.countMonths(id, List.of(month));
        store.advance(id, month);
        return true;
    }

    private boolean countDays(String id) throws SQLException {
        var days = store.takeDays(id, DAYS);
        if (days.isEmpty()) {
            return false;
        }
        store.countDays(id, days);
        store.markMonths(id, days, clock.instant());
        store.changed(id);
        return true;
    }

    private boolean countMonths(String id) throws SQLException {
        var months = store.takeMonths(id, clock.instant().minus(BETWEEN_MONTHS));
        if (months.isEmpty()) {
            return false;
        }
        store.countMonths(id, months);
        return true;
    }

    private boolean checkOne() throws SQLException {
        var id = workspace.id();
        if (store.lock(id).state() != RollupStore.State.ready) {
            return false;
        }
        metrics.counter(CHECKED).increment();
        var drifted = store.drifted(id);
        if (drifted.isEmpty()) {
            return true;
        }
        metrics.counter(DRIFTED).increment();
        Log.errorf("The counts of a day of workspace %s were wrong; they are counted again", id);
        store.markDays(id, drifted);
        return false;
    }
}
