package dev.groundswell.crm;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what failed its proof, and remembers how well senders can sign. What fails is counted, never kept. */
@ApplicationScoped
class Refusals {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private static final String COUNT = """
            select set_config('app.workspace', ?, true);
            update connection set refused = refused + ?, last_refused = ? where workspace = ? and id = ?""";

    private static final String REMEMBER = """
            select set_config('app.workspace', ?, true);
            update connection set strictest = ?, revision = revision + 1 where workspace = ? and id = ? and strictest < ?""";

    private final OneTrip trip;
    private final CurrentWorkspace workspace;
    private final Clock clock;
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

    Refusals(OneTrip trip, CurrentWorkspace workspace, Clock clock) {
        this.trip = trip;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Refusals that are not written yet, and when the last ones were. */
    private record Pending(long refused, Instant writtenAt) {}

    /** A flood of them writes but once a second: whoever has no key cannot make the store work. */
    void count(Setup setup) throws SQLException {
        var now = clock.instant();
        var mine = pending.merge(
                setup.id(),
                new Pending(1, Instant.EPOCH),
                (before, one) -> new Pending(before.refused() + 1, before.writtenAt()));
        if (mine.writtenAt().plus(BETWEEN_WRITES).isAfter(now)) {
            return;
        }
        pending.put(setup.id(), new Pending(0, now));
        trip.update(workspace.id(), COUNT, statement -> {
            statement.setLong(2, mine.refused());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, workspace.id());
            statement.setLong(5, setup.id());
        });
    }

    /** From now on nothing weaker is taken, by no copy of the service: the new revision makes each ask again. */
    void remember(Setup setup, int strength) throws SQLException {
        trip.update(workspace.id(), REMEMBER, statement -> {
            statement.setInt(2, strength);
            statement.setString(3, workspace.id());
            statement.setLong(4, setup.id());
            statement.setInt(5, strength);
        });
    }
}
