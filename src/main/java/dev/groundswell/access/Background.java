package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Background work, shared by all copies of the service: the worker role sees which workspaces have work and nothing else;
 * a copy leases one workspace for one kind of work, and then works inside it as the app role does.
 */
@ApplicationScoped
public class Background {

    /** From workspace to workspace by the index: a long queue of one costs no more than a short one. */
    private static final String WAITING = """
            with recursive waiting as (
                (select workspace from %s order by workspace limit 1)
                union all
                select (select q.workspace from %s q where q.workspace > w.workspace order by q.workspace limit 1)
                from waiting w where w.workspace is not null)
            select workspace from waiting where workspace is not null""";

    /** Citus recurses within one workspace only. */
    private static final String WAITING_ON_CITUS = "select distinct workspace from %s order by workspace";

    private static final String LEASE = """
            select set_config('app.workspace', ?, true);
            insert into lease (workspace, work, holder, expires_at) values (?, ?, ?, ?)
            on conflict (workspace, work) do update set holder = excluded.holder, expires_at = excluded.expires_at
            where lease.expires_at < ? or lease.expires_at > ? or lease.holder = excluded.holder""";

    private static final String RELEASE = """
            select set_config('app.workspace', ?, true);
            delete from lease where workspace = ? and work = ? and holder = ?""";

    /** How far the clocks of two copies may be apart. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final AgroalDataSource worker;
    private final OneTrip trip;
    private final Citus citus;
    private final CurrentWorkspace current;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private volatile boolean stopping;

    Background(
            @DataSource("worker") AgroalDataSource worker,
            OneTrip trip,
            Citus citus,
            CurrentWorkspace current,
            MeterRegistry metrics,
            Clock clock) {
        this.worker = worker;
        this.trip = trip;
        this.citus = citus;
        this.current = current;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The workspaces that have rows in a queue.
     *
     * @param queue a table of which the worker role may read the workspace; a word of ours, never the caller's text
     */
    public List<String> workspacesIn(String queue) throws SQLException {
        var query = citus.isOn() ? WAITING_ON_CITUS.formatted(queue) : WAITING.formatted(queue, queue);
        try (var connection = worker.getConnection();
                var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            var workspaces = new ArrayList<String>();
            while (rows.next()) {
                workspaces.add(rows.getString(1));
            }
            return workspaces;
        }
    }

    /** Nothing is begun any more: what it needs is about to be taken away. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** How long a copy of the service may go on; then it gives others a chance, or itself at the next tick. */
    public final class Turn {

        private final Instant end;

        private Turn(Instant end) {
            this.end = end;
        }

        public boolean isOver() {
            return stopping || !clock.instant().isBefore(end);
        }
    }

    /**
     * Works inside a workspace, unless another copy of the service is doing that just now.
     *
     * @param lease after which a copy that was killed is no longer waited for; a turn is over after half of it
     */
    @ActivateRequestContext
    public void inside(String workspace, String work, Duration lease, Consumer<Turn> doing) throws SQLException {
        if (!lease(workspace, work, lease)) {
            return;
        }
        current.enter(workspace);
        try {
            doing.accept(new Turn(clock.instant().plus(lease.dividedBy(2))));
        } catch (RuntimeException failure) {
            // the other workspaces wait, too
            Rounds.failures(metrics, work).increment();
            Log.errorf("%s failed in a workspace: %s", work, told(failure));
        } finally {
            release(workspace, work);
        }
    }

    /** What failed and where, for logs: without the message, which may quote what somebody wrote. */
    public static String told(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.groundswell") && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        var state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return cause.getClass().getName() + state + where;
    }

    private boolean lease(String workspace, String work, Duration lease) throws SQLException {
        var now = clock.instant();
        int leased = trip.update(workspace, LEASE, statement -> {
            statement.setString(2, workspace);
            statement.setString(3, work);
            statement.setString(4, holder);
            statement.setObject(5, now.plus(lease).atOffset(ZoneOffset.UTC));
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
            // longer than anybody leases: the clock was ahead when that was written
            statement.setObject(7, now.plus(lease).plus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC));
        });
        return leased == 1;
    }

    private void release(String workspace, String work) throws SQLException {
        trip.update(workspace, RELEASE, statement -> {
            statement.setString(2, workspace);
            statement.setString(3, work);
            statement.setString(4, holder);
        });
    }
}
