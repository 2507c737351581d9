package dev.groundswell.crm;

import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.deal.DealChange;
import dev.groundswell.deal.Intake;
import dev.groundswell.deal.Written;
import dev.groundswell.http.Digests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Understands what was kept: a batch of deliveries a transaction, so that after a crash each is either folded and settled, or
 * waits as it was.
 */
@ApplicationScoped
class Processing {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int BATCH = 100;

    /** Changes, of however many deliveries. */
    private static final int ENOUGH = 1_000;

    private final Background background;
    private final Connection.Repository connections;
    private final Deliveries deliveries;
    private final Setups setups;
    private final Understanding understanding;
    private final Intake intake;
    private final Enrichment enrichment;
    private final Wanted wanted;
    private final MeterRegistry metrics;

    Processing(
            Background background,
            Connection.Repository connections,
            Deliveries deliveries,
            Setups setups,
            Understanding understanding,
            Intake intake,
            Enrichment enrichment,
            Wanted wanted,
            MeterRegistry metrics) {
        this.background = background;
        this.connections = connections;
        this.deliveries = deliveries;
        this.setups = setups;
        this.understanding = understanding;
        this.intake = intake;
        this.enrichment = enrichment;
        this.wanted = wanted;
        this.metrics = metrics;
    }

    /** A counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("deliveries", "delivery", "received_at");
        for (var state : Deliveries.State.values()) {
            settled(state);
        }
    }

    @Scheduled(identity = "deliveries", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var workspace : background.workspacesIn("delivery")) {
            background.inside(workspace, "deliveries", LEASE, this::workInside);
        }
    }

    private void workInside(Background.Turn turn) {
        BitByBit.work("Deliveries", turn::isOver, BATCH, (most, giveUp) -> {
            var batch = QuarkusTransaction.requiringNew().call(() -> processNext(most, giveUp));
            batch.settled().forEach(state -> settled(state).increment());
            return batch.isMore();
        });
    }

    /**
     * What became of each of a batch.
     *
     * @param isMore true where others wait, or may
     */
    private record Batch(List<Deliveries.State> settled, boolean isMore) {}

    private Batch processNext(int most, boolean giveUp) throws SQLException {
        var next = deliveries.next(most, connections.keepFree());
        var settled = new ArrayList<Deliveries.State>();
        if (giveUp) {
            for (var delivery : next) {
                deliveries.settle(
                        delivery, Deliveries.State.dead, List.of(refused("failed", "it could not be processed")));
                settled.add(Deliveries.State.dead);
            }
            return new Batch(settled, next.size() == most);
        }
        var understood = understand(next);
        // all at once: deals are locked in the order in which everybody locks them
        var heard = intake.hear(
                understood.stream().flatMap(each -> each.changes().stream()).toList());
        int from = 0;
        for (var each : understood) {
            int to = from + each.changes().size();
            var written = heard.subList(from, to);
            from = to;
            want(each, written);
            deliveries.settle(each.delivery(), each.state(), each.items(written));
            settled.add(each.state());
        }
        return new Batch(settled, next.size() == most || understood.size() < next.size());
    }

    /** One after the other, until there is enough to be heard at once. */
    private List<Understood> understand(List<Deliveries.Delivery> next) throws SQLException {
        var understood = new ArrayList<Understood>();
        var known = new HashMap<Long, Setup>();
        int changes = 0;
        for (var delivery : next) {
            var setup = known.get(delivery.connection());
            if (setup == null) {
                setup = setups.byId(delivery.connection()).orElseThrow();
                known.put(delivery.connection(), setup);
            }
            var each = understand(delivery, setup);
            understood.add(each);
            changes += each.changes().size();
            if (changes >= ENOUGH) {
                break;
            }
        }
        return understood;
    }

    private Understood understand(Deliveries.Delivery delivery, Setup setup) throws SQLException {
        List<Reading> readings = delivery.body() == null
                ? List.of(new Reading.Refused("", "gone", "the body is no longer kept"))
                : understanding.read(
                        setup,
                        delivery.body(),
                        delivery.contentType(),
                        delivery.query(),
                        delivery.headers(),
                        delivery.receivedAt());
        var repeated = repeated(delivery, readings);
        deliveries.remember(delivery, events(readings).values().stream().toList());
        var changes = new ArrayList<DealChange>();
        for (var reading : readings) {
            if (reading instanceof Reading.Told told && !repeated.contains(told)) {
                changes.add(understanding.change(setup, told, delivery.receivedAt()));
            }
        }
        return new Understood(delivery, setup, readings, repeated, changes);
    }

    private Counter settled(Deliveries.State state) {
        return metrics.counter("groundswell.deliveries.settled", "state", state.name());
    }

    private void want(Understood delivery, List<Written> written) throws SQLException {
        if (!enrichment.canAsk(delivery.setup())) {
            return;
        }
        var incomplete = new TreeSet<String>();
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isIncomplete()) {
                incomplete.add(delivery.changes().get(i).externalId());
            }
        }
        wanted.want(delivery.setup().id(), incomplete);
    }

    /** Those whose event another delivery has told before; within one delivery the fold itself sees to it. */
    private Set<Reading> repeated(Deliveries.Delivery delivery, List<Reading> readings) throws SQLException {
        var events = events(readings);
        var before = events.isEmpty()
                ? new HashSet<ByteBuffer>()
                : deliveries.toldBefore(delivery, List.copyOf(events.values()));
        var repeated = new HashSet<Reading>();
        events.forEach((reading, event) -> {
            if (before.contains(ByteBuffer.wrap(event))) {
                repeated.add(reading);
            }
        });
        return repeated;
    }

    private static Map<Reading, byte[]> events(List<Reading> readings) {
        var events = new HashMap<Reading, byte[]>();
        for (var reading : readings) {
            if (reading instanceof Reading.Told told && told.event() != null) {
                var name = Objects.requireNonNull(told.event()) + "\u001f" + told.externalId();
                events.put(reading, Digests.sha256(name.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return events;
    }

    private static ItemView refused(String reason, String detail) {
        return new ItemView(ItemView.Result.refused, null, null, reason, detail, null);
    }
}
