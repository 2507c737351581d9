package dev.groundswell.notify;

import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends what waits: workspaces side by side, so that one whose receivers are slow holds up no other. */
@ApplicationScoped
class Dispatch {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int WORKSPACES_AT_ONCE = 16;

    private final Background background;
    private final Queue queue;
    private final Attempts attempts;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService turns = Executors.newFixedThreadPool(WORKSPACES_AT_ONCE, Dispatch::thread);

    /**
     * Workspaces in which everything waits for later, and until when they are left alone. Not for long: a copy of the service
     * that has put something down there may have ended before it could send it.
     */
    private final Map<String, Instant> quiet = new ConcurrentHashMap<>();

    Dispatch(Background background, Queue queue, Attempts attempts, Clock clock) {
        this.background = background;
        this.queue = queue;
        this.attempts = attempts;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("outgoing", "outgoing", "next_at");
    }

    @Scheduled(identity = "outgoing", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        var waiting = background.workspacesIn("outgoing");
        quiet.keySet().retainAll(Set.copyOf(waiting));
        for (var workspace : waiting) {
            if (!isQuiet(workspace) && !turns.isShutdown() && underWay.add(workspace)) {
                turns.execute(() -> begin(workspace));
            }
        }
    }

    /** Whoever puts something down is the one to send it, so that it goes out at once. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.PutDown putDown) {
        quiet.remove(putDown.workspace());
    }

    private boolean isQuiet(String workspace) {
        var now = clock.instant();
        var until = quiet.get(workspace);
        // further ahead than it ever is: the clock was set back
        return until != null && until.isAfter(now) && !until.isAfter(now.plus(QUIET));
    }

    void stop(@Observes ShutdownEvent stopping) {
        turns.shutdown();
    }

    private void begin(String workspace) {
        // noted before anybody looks: what is put down meanwhile takes it away again
        quiet.put(workspace, clock.instant().plus(QUIET));
        var looked = new AtomicBoolean();
        try {
            background.inside(workspace, "outgoing", LEASE, turn -> {
                new Round(queue, attempts).run(() -> turn.isOver() || turns.isShutdown());
                var next = queue.nextDue().orElse(Instant.MAX);
                quiet.computeIfPresent(workspace, (same, until) -> next.isBefore(until) ? next : until);
                looked.set(true);
            });
        } catch (SQLException failure) {
            Log.errorf("Nothing could be sent: %s", Background.told(failure));
        } finally {
            // at once where another copy works there: it may have looked before something was put down here
            if (!looked.get()) {
                quiet.remove(workspace);
            }
            underWay.remove(workspace);
        }
    }

    private static Thread thread(Runnable turn) {
        var thread = new Thread(turn, "outgoing");
        thread.setDaemon(true);
        return thread;
    }
}
