package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much waits behind the service, over all workspaces together, as metrics. Looked at now and then by the worker role: whoever
 * asks for metrics never waits for the database, and no metric tells one workspace from another.
 */
@ApplicationScoped
public class Backlog {

    /** Nothing is known while the database cannot be asked: a number would be taken for one. */
    private static final double UNKNOWN = Double.NaN;

    private final AgroalDataSource worker;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<Queue, Seen> seen = new ConcurrentHashMap<>();

    Backlog(@DataSource("worker") AgroalDataSource worker, MeterRegistry metrics, Clock clock) {
        this.worker = worker;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Queue(String table, @Nullable String since) {

        String question() {
            return "select count(*), " + (since == null ? "null::timestamptz" : "min(" + since + ")") + " from "
                    + table;
        }
    }

    /** @param oldest null where nothing waits, or where it is not noted since when */
    private record Seen(double waiting, @Nullable Instant oldest) {

        static final Seen NOTHING_YET = new Seen(UNKNOWN, null);
    }

    /**
     * Has rows counted that wait.
     *
     * @param name of the queue in metrics
     * @param table of which the worker role sees the rows that wait, and nothing else; a word of ours, as is the next
     * @param since the column that says since when a row waits; the worker role may read it
     */
    public void watch(String name, String table, String since) {
        var queue = new Queue(table, since);
        count(name, queue);
        Gauge.builder("groundswell.queue.oldest", queue, this::waited)
                .description("For how long the oldest has waited; 0 where nothing does")
                .baseUnit("seconds")
                .tag("queue", name)
                .register(metrics);
    }

    /** The same where nobody has noted since when a row waits. */
    public void watch(String name, String table) {
        count(name, new Queue(table, null));
    }

    private void count(String name, Queue queue) {
        seen.put(queue, Seen.NOTHING_YET);
        Gauge.builder("groundswell.queue.waiting", queue, each -> seen(each).waiting())
                .description("How many wait to be worked on, in all workspaces together")
                .tag("queue", name)
                .register(metrics);
    }

    @Scheduled(identity = "backlog", every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        boolean known = false;
        try (var connection = worker.getConnection();
                var statement = connection.createStatement()) {
            for (var queue : List.copyOf(seen.keySet())) {
                try (var row = statement.executeQuery(queue.question())) {
                    row.next();
                    var oldest = row.getObject(2, OffsetDateTime.class);
                    seen.put(queue, new Seen(row.getLong(1), oldest == null ? null : oldest.toInstant()));
                }
            }
            known = true;
        } finally {
            if (!known) {
                seen.replaceAll((queue, before) -> Seen.NOTHING_YET);
            }
        }
    }

    private Seen seen(Queue queue) {
        return seen.getOrDefault(queue, Seen.NOTHING_YET);
    }

    private double waited(Queue queue) {
        var last = seen(queue);
        if (Double.isNaN(last.waiting())) {
            return UNKNOWN;
        }
        // what is due later does not wait yet
        return last.oldest() == null
                ? 0
                : Math.max(0, Duration.between(last.oldest(), clock.instant()).toMillis() / 1000.0);
    }
}
