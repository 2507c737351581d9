package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.crm.mapping.Payload;
import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.crm.mapping.Variant;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.deal.DealChange;
import dev.groundswell.deal.Intake;
import dev.groundswell.deal.KnownDeals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds what was imported, a chunk a transaction: after a crash it goes on at the chunk where it was. It fires no signal. */
@ApplicationScoped
class Importing {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int MOST_REJECTIONS = 10_000;
    private static final int MOST_REMARKS = 50;

    private final Background background;
    private final Connection.Repository connections;
    private final DealImport.Repository imports;
    private final ImportChunks chunks;
    private final Setups setups;
    private final Kinds kinds;
    private final Understanding understanding;
    private final Intake intake;
    private final KnownDeals known;
    private final Clock clock;

    Importing(
            Background background,
            Connection.Repository connections,
            DealImport.Repository imports,
            ImportChunks chunks,
            Setups setups,
            Kinds kinds,
            Understanding understanding,
            Intake intake,
            KnownDeals known,
            Clock clock) {
        this.background = background;
        this.connections = connections;
        this.imports = imports;
        this.chunks = chunks;
        this.setups = setups;
        this.kinds = kinds;
        this.understanding = understanding;
        this.intake = intake;
        this.known = known;
        this.clock = clock;
    }

    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("imports", "deal_import", "created_at");
    }

    @Scheduled(identity = "imports", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var workspace : background.workspacesIn("deal_import")) {
            background.inside(workspace, "imports", LEASE, this::workInside);
        }
    }

    private void workInside(Background.Turn turn) {
        BitByBit.work(
                "Rows",
                turn::isOver,
                Integer.MAX_VALUE,
                (most, giveUp) -> QuarkusTransaction.requiringNew().call(() -> readChunk(most, giveUp)));
    }

    /** False where nothing waits. */
    private boolean readChunk(int most, boolean giveUp) throws SQLException {
        var next = imports.next(connections.keepFree());
        if (next.isEmpty()) {
            return false;
        }
        var job = next.get();
        var chunk = chunks.first(job.id);
        if (chunk.isEmpty()) {
            job.state = DealImport.State.done;
            job.finishedAt = clock.instant();
            return true;
        }
        job.state = DealImport.State.running;
        if (!chunks.done(job.id, chunk.get())) {
            // it is another one by now
            return true;
        }
        var now = chunk.get().first(most);
        if (now.rows().size() < chunk.get().rows().size()) {
            chunks.add(job.id, chunk.get().without(now));
        }
        if (giveUp) {
            var failed = new ImportChunks.Rejection(
                    now.firstRow(),
                    "failed",
                    "it could not be processed",
                    now.rows().get(0));
            refuse(job, List.of(failed));
            job.examined++;
            return true;
        }
        read(job, setups.byId(job.connection).orElseThrow().forExports(kinds.get("json")), now);
        return true;
    }

    private void read(DealImport job, Setup setup, ImportChunks.Chunk chunk) throws SQLException {
        var changes = new ArrayList<DealChange>();
        var rejections = new ArrayList<ImportChunks.Rejection>();
        var remarks = new TreeMap<>(Setup.parse(job.remarks, new TypeReference<Map<String, Integer>>() {}));
        long row = chunk.firstRow();
        for (var tree : chunk.rows()) {
            var told = 0;
            for (var reading : read(setup, tree, job)) {
                if (reading instanceof Reading.Told deal) {
                    told++;
                    changes.add(understanding.change(setup, deal, job.asOf));
                    deal.remarks().forEach(remark -> count(remarks, remark));
                } else if (reading instanceof Reading.Refused refused) {
                    told++;
                    rejections.add(new ImportChunks.Rejection(row, refused.reason(), refused.detail(), tree));
                }
            }
            job.ignored += told == 0 ? 1 : 0;
            row++;
        }
        settle(job, setup, changes);
        refuse(job, rejections);
        job.examined += chunk.rows().size();
        job.remarks = Setup.write(remarks);
    }

    private void refuse(DealImport job, List<ImportChunks.Rejection> rejections) throws SQLException {
        long kept = Math.max(0, MOST_REJECTIONS - job.rejected);
        chunks.refuse(job.id, rejections.subList(0, (int) Math.min(kept, rejections.size())));
        job.rejected += rejections.size();
    }

    private List<Reading> read(Setup setup, JsonNode tree, DealImport job) {
        return tree.isObject()
                ? understanding.read(
                        setup, new Payload(tree, Json.nothing(), Json.nothing()), Variant.Use.exports, job.asOf)
                : List.of(new Reading.Refused("", "malformed_row", "the line is no row of this file"));
    }

    /** A dry run looks, and writes nothing. */
    private void settle(DealImport job, Setup setup, List<DealChange> changes) throws SQLException {
        if (!job.dryRun) {
            intake.hearAnew(changes).forEach(written -> {
                job.added += written.created() ? 1 : 0;
                job.known += written.created() ? 0 : 1;
            });
            return;
        }
        var seen = new HashSet<>(known.among(
                setup.source(), changes.stream().map(DealChange::externalId).toList()));
        for (var change : changes) {
            boolean added = seen.add(change.externalId());
            job.added += added ? 1 : 0;
            job.known += added ? 0 : 1;
        }
    }

    private static void count(Map<String, Integer> remarks, String remark) {
        if (remarks.size() < MOST_REMARKS || remarks.containsKey(remark)) {
            remarks.merge(remark, 1, Integer::sum);
        }
    }
}
