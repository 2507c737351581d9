package dev.groundswell.notify;

import dev.groundswell.access.Background;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends what waits: workspaces side by side, so that one whose receivers are slow holds up no other. */
@ApplicationScoped
class Dispatch {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int WORKSPACES_AT_ONCE = 16;

    private final Background background;
    private final Queue queue;
    private final Attempts attempts;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService turns = Executors.newFixedThreadPool(WORKSPACES_AT_ONCE, Dispatch::thread);

    Dispatch(Background background, Queue queue, Attempts attempts) {
        this.background = background;
        this.queue = queue;
        this.attempts = attempts;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var workspace : background.workspacesIn("outgoing")) {
            if (!turns.isShutdown() && underWay.add(workspace)) {
                turns.execute(() -> begin(workspace));
            }
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        turns.shutdown();
    }

    private void begin(String workspace) {
        try {
            background.inside(
                    workspace,
                    "outgoing",
                    LEASE,
                    turn -> new Round(queue, attempts).run(() -> turn.isOver() || turns.isShutdown()));
        } catch (SQLException failure) {
            Log.errorf("Nothing could be sent: %s", Background.told(failure));
        } finally {
            underWay.remove(workspace);
        }
    }

    private static Thread thread(Runnable turn) {
        var thread = new Thread(turn, "outgoing");
        thread.setDaemon(true);
        return thread;
    }
}
