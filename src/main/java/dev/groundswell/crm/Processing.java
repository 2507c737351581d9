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
import java.util.Optional;
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
            var settled = QuarkusTransaction.requiringNew().call(() -> processNext(most, giveUp));
            settled.forEach(state -> settled(state).increment());
            return settled.size() == most;
        });
    }

    /** What became of each of them. */
    private List<Deliveries.State> processNext(int most, boolean giveUp) throws SQLException {
        var settled = new ArrayList<Deliveries.State>();
        connections.keepAll();
        var next = deliveries.next(most);
        var known = new HashMap<Long, Optional<Setup>>();
        for (var delivery : next) {
            if (giveUp) {
                deliveries.settle(
                        delivery, Deliveries.State.dead, List.of(refused("failed", "it could not be processed")));
                settled.add(Deliveries.State.dead);
                continue;
            }
            var setup = known.get(delivery.connection());
            if (setup == null) {
                setup = setups.byId(delivery.connection());
                known.put(delivery.connection(), setup);
            }
            settled.add(process(delivery, setup.orElseThrow()));
        }
        return settled;
    }

    private Deliveries.State process(Deliveries.Delivery delivery, Setup setup) throws SQLException {
        if (delivery.body() == null) {
            deliveries.settle(delivery, Deliveries.State.dead, List.of(refused("gone", "the body is no longer kept")));
            return Deliveries.State.dead;
        }
        var readings = understanding.read(
                setup,
                delivery.body(),
                delivery.contentType(),
                delivery.query(),
                delivery.headers(),
                delivery.receivedAt());
        var repeated = repeated(delivery, readings);
        var changes = new ArrayList<DealChange>();
        for (var reading : readings) {
            if (reading instanceof Reading.Told told && !repeated.contains(told)) {
                changes.add(understanding.change(setup, told, delivery.receivedAt()));
            }
        }
        var heard = intake.hear(changes);
        want(setup, changes, heard);
        var written = heard.iterator();
        var items = new ArrayList<ItemView>();
        for (var reading : readings) {
            items.add(
                    reading instanceof Reading.Told told && !repeated.contains(told)
                            ? folded(told, written.next().id())
                            : notFolded(reading));
        }
        deliveries.remember(delivery, events(readings).values().stream().toList());
        deliveries.settle(delivery, state(items), items);
        return state(items);
    }

    private Counter settled(Deliveries.State state) {
        return metrics.counter("groundswell.deliveries.settled", "state", state.name());
    }

    private void want(Setup setup, List<DealChange> changes, List<Written> heard) throws SQLException {
        if (!enrichment.canAsk(setup)) {
            return;
        }
        var incomplete = new TreeSet<String>();
        for (int i = 0; i < heard.size(); i++) {
            if (heard.get(i).isIncomplete()) {
                incomplete.add(changes.get(i).externalId());
            }
        }
        wanted.want(setup.id(), incomplete);
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

    private static Deliveries.State state(List<ItemView> items) {
        if (items.stream().anyMatch(item -> item.result() == ItemView.Result.refused)) {
            return Deliveries.State.dead;
        }
        return items.stream().allMatch(item -> item.result() == ItemView.Result.ignored)
                ? Deliveries.State.ignored
                : Deliveries.State.processed;
    }

    private static ItemView folded(Reading.Told told, long deal) {
        return new ItemView(
                ItemView.Result.folded,
                told.variant(),
                String.valueOf(deal),
                null,
                null,
                told.remarks().isEmpty() ? null : told.remarks());
    }

    private static ItemView notFolded(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            return new ItemView(
                    ItemView.Result.refused, refused.variant(), null, refused.reason(), refused.detail(), null);
        }
        return reading instanceof Reading.Told told
                ? new ItemView(ItemView.Result.repeated, told.variant(), null, null, null, null)
                : new ItemView(ItemView.Result.ignored, null, null, null, null, null);
    }

    private static ItemView refused(String reason, String detail) {
        return new ItemView(ItemView.Result.refused, null, null, reason, detail, null);
    }
}
