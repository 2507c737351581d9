package dev.groundswell.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Background;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Zones;
import dev.groundswell.listening.Briefing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Sends the digest of each week once, on the Monday after it, or a day late where the service was down. */
@ApplicationScoped
class Digests {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final LocalTime FROM = LocalTime.of(7, 0);
    private static final int DAYS = 2;

    private final Background background;
    private final Briefing briefing;
    private final Outbox outbox;
    private final EntityManager database;
    private final CurrentWorkspace workspace;
    private final Zones zones;
    private final Clock clock;
    private final ObjectMapper json;

    Digests(
            Background background,
            Briefing briefing,
            Outbox outbox,
            EntityManager database,
            CurrentWorkspace workspace,
            Zones zones,
            Clock clock,
            ObjectMapper json) {
        this.background = background;
        this.briefing = briefing;
        this.outbox = outbox;
        this.database = database;
        this.workspace = workspace;
        this.zones = zones;
        this.clock = clock;
        this.json = json;
    }

    /** The Monday of the last week that is over. */
    static LocalDate lastWeek(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    }

    JsonNode json(Digest digest) {
        return json.valueToTree(digest);
    }

    @Scheduled(
            identity = "digest",
            every = "10m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() throws SQLException {
        for (var each : background.workspacesIn("subscription")) {
            sendIn(each);
        }
    }

    void sendIn(String id) throws SQLException {
        background.inside(
                id, "digest", LEASE, turn -> QuarkusTransaction.requiringNew().run(this::sendOnce));
    }

    private void sendOnce() {
        var now = ZonedDateTime.ofInstant(clock.instant(), zones.current());
        var monday = lastWeek(now.toLocalDate());
        var first = monday.plusWeeks(1);
        boolean due = !now.isBefore(first.atTime(FROM).atZone(now.getZone()))
                && now.toLocalDate().isBefore(first.plusDays(DAYS));
        if (due && outbox.hasSubscriberTo(EventType.digest_weekly) && isFirst(monday)) {
            var digest = Digest.of(briefing.compose(monday, monday.plusDays(6)), now.toLocalDate());
            outbox.tell(EventType.digest_weekly, json(digest));
        }
    }

    /** Of all copies of the service, the one that puts the week down sends it. */
    private boolean isFirst(LocalDate monday) {
        return database.createNativeQuery(
                                "insert into sent_digest (workspace, week) values (:workspace, :week) on conflict do nothing")
                        .setParameter("workspace", workspace.id())
                        .setParameter("week", monday)
                        .executeUpdate()
                == 1;
    }
}
