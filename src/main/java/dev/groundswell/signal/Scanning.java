package dev.groundswell.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Background;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;

/**
 * Scans each month once it is over, and whenever somebody asks. A signal is opened once, and cleared after two periods in
 * which it was not found again.
 */
@ApplicationScoped
class Scanning {

    /** What is told of a month in these days of the next one still counts in its scan. */
    static final int GRACE_DAYS = 2;

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int TIMEOUT_SECONDS = 600;

    private final Background background;
    private final CurrentWorkspace workspace;
    private final Scanner scanner;
    private final Signal.Repository signals;
    private final ScanRecord.Repository scans;
    private final Catalog catalog;
    private final EntityManager database;
    private final Event<SignalMoved> moved;
    private final ObjectMapper json;
    private final Zones zones;

    Scanning(
            Background background,
            CurrentWorkspace workspace,
            Scanner scanner,
            Signal.Repository signals,
            ScanRecord.Repository scans,
            Catalog catalog,
            EntityManager database,
            Event<SignalMoved> moved,
            ObjectMapper json,
            Zones zones) {
        this.background = background;
        this.workspace = workspace;
        this.scanner = scanner;
        this.signals = signals;
        this.scans = scans;
        this.catalog = catalog;
        this.database = database;
        this.moved = moved;
        this.json = json;
        this.zones = zones;
    }

    @Scheduled(
            identity = "signals",
            every = "1h",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scan() throws SQLException {
        for (var each : background.workspacesIn("rollup")) {
            scanIn(each);
        }
    }

    /** The last month of a workspace, where it was not scanned yet. */
    void scanIn(String each) throws SQLException {
        background.inside(each, "signals", LEASE, turn -> {
            var period = lastMonth();
            boolean isKnown = QuarkusTransaction.requiringNew()
                    .call(() -> scans.of(period.atDay(1)).isPresent());
            if (!isKnown) {
                scanNow(period);
            }
        });
    }

    /** The last month that has been over for the days of grace, whether it was scanned or not. */
    void scanNow() {
        scanNow(lastMonth());
    }

    YearMonth lastMonth() {
        return YearMonth.from(zones.today().minusDays(GRACE_DAYS)).minusMonths(1);
    }

    private void scanNow(YearMonth period) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            if (!isAlone()) {
                throw ProblemException.of(ProblemType.still_running);
            }
            var scanned = scanner.scan(period);
            var today = zones.today();
            settle(period.atDay(1), scanned, today);
            keep(period.atDay(1), scanned.said(), today);
            return null;
        });
    }

    /** One scan of a workspace at a time; who comes second does not wait for it with a connection in hand. */
    private boolean isAlone() {
        return (Boolean) database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:work, 0))", Boolean.class)
                .setParameter("work", "signals " + workspace.id())
                .getSingleResult();
    }

    private void settle(LocalDate period, Scanner.Scanned scanned, LocalDate today) {
        var words = new Sentences(catalog.seen());
        var known = new HashSet<Signal.Name>();
        for (var signal : signals.open()) {
            known.add(signal.name());
            boolean isThere = scanned.changes().containsKey(signal.name())
                    || scanned.lasting().contains(signal.name());
            if (signal.isClearedBy(period, isThere, today)) {
                moved.fire(new SignalMoved(
                        signal.id, SignalMoved.Move.cleared, words.cleared(signal.name(), YearMonth.from(period))));
            }
        }
        new Echoes(catalog.seen()).silenced(scanned.changes(), known).forEach((name, found) -> {
            if (!known.contains(name)) {
                var signal = new Signal(name, period, today, write(found));
                signals.persistAndFlush(signal);
                moved.fire(new SignalMoved(
                        signal.id, SignalMoved.Move.opened, words.of(name, found, YearMonth.from(period))));
            }
        });
    }

    private void keep(LocalDate period, Said said, LocalDate today) {
        scans.of(period)
                .ifPresentOrElse(
                        scan -> {
                            scan.scannedOn = today;
                            scan.said = write(said);
                        },
                        () -> scans.persist(new ScanRecord(period, today, write(said))));
    }

    private String write(Object found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
