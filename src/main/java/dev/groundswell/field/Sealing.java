package dev.groundswell.field;

import dev.groundswell.access.Background;
import dev.groundswell.access.Headcount;
import dev.groundswell.access.Workspace;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.disclosure.Seal;
import dev.groundswell.disclosure.Terms;
import dev.groundswell.disclosure.Voice;
import dev.groundswell.release.Releases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Seals each period once, after its days of grace: what was told in it leaves as one picture, or waits for the next period
 * to join it, for four periods at most.
 */
@ApplicationScoped
class Sealing {

    static final int MOST_SEALS = 4;

    private static final int LATE_DAYS = 2;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Background background;
    private final FieldReport.Repository reports;
    private final SealedPeriod.Repository periods;
    private final Promise.Repository promises;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Headcount headcount;
    private final Releases releases;
    private final Workspace.Repository workspaces;
    private final RulesInForce rules;
    private final Zones zones;
    private final Refusals refusals;
    private final AtomicInteger overdue = new AtomicInteger();

    Sealing(
            Background background,
            FieldReport.Repository reports,
            SealedPeriod.Repository periods,
            Promise.Repository promises,
            Accounts accounts,
            Catalog catalog,
            Headcount headcount,
            Releases releases,
            Workspace.Repository workspaces,
            RulesInForce rules,
            Zones zones,
            Refusals refusals) {
        this.background = background;
        this.reports = reports;
        this.periods = periods;
        this.promises = promises;
        this.accounts = accounts;
        this.catalog = catalog;
        this.headcount = headcount;
        this.releases = releases;
        this.workspaces = workspaces;
        this.rules = rules;
        this.zones = zones;
        this.refusals = refusals;
    }

    /** In how many workspaces, and nothing of which or of what was said there. */
    void start(@Observes StartupEvent starting, MeterRegistry metrics) {
        metrics.gauge("groundswell.seal.overdue", overdue);
    }

    @Scheduled(
            identity = "seal",
            every = "1h",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() throws SQLException {
        int late = 0;
        for (var workspace : background.workspacesIn("field_report")) {
            late += sealIn(workspace) ? 1 : 0;
        }
        overdue.set(late);
    }

    /** All periods of a workspace that are due. True where one had been for days, for which there is no good reason. */
    boolean sealIn(String workspace) throws SQLException {
        var late = new AtomicBoolean();
        background.inside(workspace, "seal", LEASE, turn -> {
            var today = zones.today();
            late.set(QuarkusTransaction.requiringNew()
                    .call(() -> due(today.minusDays(LATE_DAYS)).isPresent()));
            boolean isMore = true;
            while (isMore && !turn.isOver()) {
                isMore = QuarkusTransaction.requiringNew()
                        .call(() ->
                                due(today).map(period -> seal(period, today)).isPresent());
            }
        });
        return late.get();
    }

    /** The earliest period that is not sealed yet and whose days of grace are over; none where nothing waits. */
    private Optional<Period> due(LocalDate today) {
        return reports.firstWaiting()
                .map(first -> periods.last()
                        .map(last -> last.until.plusDays(1))
                        .filter(next -> next.isAfter(first.since))
                        .orElse(first.since))
                .map(day -> promises.on(day).period.of(day))
                .filter(period -> !today.isBefore(period.sealedOn()));
    }

    private Period seal(Period period, LocalDate today) {
        var told = reports.waiting(period.until());
        var since = firstDay(period);
        var seal = Seal.of(voices(told), terms(told), new SecureRandom());
        if (seal instanceof Seal.Told sealed) {
            long release = releases.publish(since, period.until(), today, sealed.picture());
            told.forEach(report -> report.seal(FieldReport.State.released, release, left(report)));
            periods.persist(new SealedPeriod(period, SealedPeriod.Outcome.released, release));
        } else {
            refusals.note(seal);
            var lastDays = periods.lastDays();
            told.stream()
                    .filter(report -> report.sealsIn(lastDays) + 1 >= MOST_SEALS)
                    .forEach(report -> report.seal(FieldReport.State.discarded, null, left(report)));
            periods.persist(new SealedPeriod(period, SealedPeriod.Outcome.carried_over, null));
        }
        return period;
    }

    /**
     * The first day on which what is told now may have been said: by the calendar and by what was released before, never by
     * what waited, or it would tell who spoke when.
     */
    private LocalDate firstDay(Period period) {
        var earliest = periods.lastReleased()
                .map(last -> last.until.plusDays(1))
                .orElseGet(() -> promises.on(workspaces.current().createdOn())
                        .period
                        .of(workspaces.current().createdOn())
                        .since());
        var first = period.since();
        for (int joined = 1; joined < MOST_SEALS && first.isAfter(earliest); joined++) {
            first = promises.on(first.minusDays(1))
                    .period
                    .of(first.minusDays(1))
                    .since();
        }
        return first.isBefore(earliest) && !earliest.isAfter(period.since()) ? earliest : first;
    }

    private List<Voice> voices(List<FieldReport> told) {
        var voice = new ReportVoice(catalog.seen());
        return told.stream()
                .map(report -> voice.of(
                        report.reporter,
                        accounts.unlock(report.content),
                        report.period().isQuarter()))
                .toList();
    }

    private byte[] left(FieldReport report) {
        return accounts.lock(accounts.unlock(report.content).reasonsOnly());
    }

    /** The strictest of what was promised; and for few people nothing finer than groups of reasons. */
    private Terms terms(List<FieldReport> told) {
        int k = told.stream().mapToInt(report -> report.k).max().orElse(Promise.DEFAULT_K);
        if (headcount.reps() < Coverage.SMALL) {
            return new Terms(k, List.of(ReportVoice.GROUP), null, List.of(), false, rules.rules());
        }
        var markets = told.stream()
                .map(report -> promises.on(report.since).market)
                .distinct()
                .toList();
        // people who were promised different markets are parted by none
        var market = markets.size() == 1 ? markets.get(0) : null;
        var further = Arrays.stream(Dimension.values())
                .filter(dimension -> !markets.contains(dimension))
                .map(Dimension::name)
                .toList();
        return new Terms(
                k,
                List.of(ReportVoice.GROUP, ReportVoice.REASON),
                market == null ? null : market.name(),
                further,
                true,
                rules.rules());
    }
}
