package dev.groundswell.deal;

import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.catalog.Catalog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Mends the past after a text's meaning changed: deals that say the text are read again, a batch a transaction, so that it
 * goes on where it was after a crash.
 */
@ApplicationScoped
class Remap {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int BATCH = 500;

    private final Background background;
    private final CurrentWorkspace workspace;
    private final Catalog catalog;
    private final DealTable deals;
    private final RemapQueue queue;

    Remap(Background background, CurrentWorkspace workspace, Catalog catalog, DealTable deals, RemapQueue queue) {
        this.background = background;
        this.workspace = workspace;
        this.catalog = catalog;
        this.deals = deals;
        this.queue = queue;
    }

    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("remap", "remap", "created_at");
    }

    @Scheduled(identity = "remap", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var each : background.workspacesIn("remap")) {
            background.inside(each, "remap", LEASE, this::workInside);
        }
    }

    private void workInside(Background.Turn turn) {
        while (!turn.isOver()) {
            if (!QuarkusTransaction.requiringNew().call(this::mendBatch)) {
                return;
            }
        }
    }

    /** False where nothing is left to do. */
    private boolean mendBatch() throws SQLException {
        var next = queue.next(workspace.id());
        if (next.isEmpty()) {
            return false;
        }
        var job = next.get();
        deals.shareCatalog(workspace.id());
        var glossary = catalog.seen();
        var before = deals.lockSaying(workspace.id(), job.folded(), job.afterDeal(), BATCH);
        var changed = new ArrayList<DealRow>();
        for (var row : before) {
            var reread = row.reread(glossary);
            if (!reread.equals(row)) {
                changed.add(reread);
            }
        }
        deals.update(workspace.id(), before, changed);
        queue.advance(workspace.id(), job, before, changed.size(), BATCH);
        return true;
    }
}
