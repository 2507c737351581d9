package dev.groundswell.crm;

import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.deal.Stages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Mends the past after a stage got another meaning, a batch a transaction, so that it goes on where it was after a crash. */
@ApplicationScoped
class Restage {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int BATCH = 500;

    private final Background background;
    private final CurrentWorkspace workspace;
    private final EntityManager database;
    private final Setups setups;
    private final Stages stages;

    Restage(Background background, CurrentWorkspace workspace, EntityManager database, Setups setups, Stages stages) {
        this.background = background;
        this.workspace = workspace;
        this.database = database;
        this.setups = setups;
        this.stages = stages;
    }

    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("restage", "restage");
    }

    @Scheduled(identity = "restage", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var each : background.workspacesIn("restage")) {
            background.inside(each, "restage", LEASE, this::workInside);
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
        List<?> jobs = database.createNativeQuery("""
                        select id, connection, stage, after_deal from restage where workspace = :workspace order by id limit 1 for update""", Tuple.class)
                .setParameter("workspace", workspace.id())
                .getResultList();
        if (jobs.isEmpty()) {
            return false;
        }
        var job = (Tuple) jobs.get(0);
        var stage = job.get("stage", String.class);
        var setup = setups.byId(job.get("connection", Long.class)).orElseThrow();
        var state = setup.reader(ZoneOffset.UTC).stateOf(stage);
        var last = stages.readAgain(setup.source(), stage, state, job.get("after_deal", Long.class), BATCH);
        var statement = last == null
                ? database.createNativeQuery("delete from restage where workspace = :workspace and id = :id")
                : database.createNativeQuery(
                                "update restage set after_deal = :last where workspace = :workspace and id = :id")
                        .setParameter("last", last);
        statement
                .setParameter("workspace", workspace.id())
                .setParameter("id", job.get("id", Long.class))
                .executeUpdate();
        return true;
    }
}
