package dev.groundswell.field;

import dev.groundswell.access.Background;
import dev.groundswell.access.Headcount;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.disclosure.Seal;
import dev.groundswell.disclosure.Terms;
import dev.groundswell.disclosure.Voice;
import dev.groundswell.release.Releases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Seals each period once, after its days of grace: what was told in it leaves as one picture, or waits for the next period
 * to join it, for four periods at most.
 */
@ApplicationScoped
class Sealing {

    static final int MOST_SEALS = 4;

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Background background;
    private final FieldReport.Repository reports;
    private final SealedPeriod.Repository periods;
    private final Promise.Repository promises;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Headcount headcount;
    private final Releases releases;
    private final RulesInForce rules;
    private final Zones zones;
    private final Clock clock;
    private final MeterRegistry metrics;

    Sealing(
            Background background,
            FieldReport.Repository reports,
            SealedPeriod.Repository periods,
            Promise.Repository promises,
            Accounts accounts,
            Catalog catalog,
            Headcount headcount,
            Releases releases,
            RulesInForce rules,
            Zones zones,
            Clock clock,
            MeterRegistry metrics) {
        this.background = background;
        this.reports = reports;
        this.periods = periods;
        this.promises = promises;
        this.accounts = accounts;
        this.catalog = catalog;
        this.headcount = headcount;
        this.releases = releases;
        this.rules = rules;
        this.zones = zones;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(every = "1h", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() throws SQLException {
        for (var workspace : background.workspacesIn("field_report")) {
            sealIn(workspace, clock);
        }
    }

    /** All periods of a workspace that are due by this clock. */
    void sealIn(String workspace, Clock by) throws SQLException {
        background.inside(workspace, "seal", LEASE, turn -> {
            var today = LocalDate.ofInstant(by.instant(), zones.current());
            boolean isMore = true;
            while (isMore && !turn.isOver()) {
                isMore = QuarkusTransaction.requiringNew()
                        .call(() ->
                                due(today).map(period -> seal(period, today)).isPresent());
            }
        });
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
        var since = told.stream()
                .map(report -> report.since)
                .min(Comparator.naturalOrder())
                .orElse(period.since());
        var seal = Seal.of(voices(told, new Period(since, period.until())), terms(told, period), new SecureRandom());
        if (seal instanceof Seal.Told sealed) {
            long release = releases.publish(since, period.until(), today, sealed.picture());
            told.forEach(report -> report.seal(FieldReport.State.released, release));
            periods.persist(new SealedPeriod(period, SealedPeriod.Outcome.released, release));
        } else {
            if (seal instanceof Seal.Refused refused) {
                metrics.counter("groundswell.seal.refused").increment();
                Log.errorf("A seal was not published, because its audit failed: %s", refused.findings());
            }
            told.stream()
                    .filter(report -> periods.sinceTold(report.period()) + 1 >= MOST_SEALS)
                    .forEach(report -> report.seal(FieldReport.State.discarded, null));
            periods.persist(new SealedPeriod(period, SealedPeriod.Outcome.carried_over, null));
        }
        return period;
    }

    private List<Voice> voices(List<FieldReport> told, Period period) {
        var voice = new ReportVoice(catalog.seen());
        // words are dated to the quarter at the finest
        boolean mayQuote = !period.until().isBefore(period.since().plusMonths(3).minusDays(1));
        return told.stream()
                .map(report -> voice.of(report.reporter, accounts.unlock(report.content), mayQuote))
                .toList();
    }

    /** The strictest of what was promised; and for few people nothing finer than groups of reasons. */
    private Terms terms(List<FieldReport> told, Period period) {
        int k = told.stream().mapToInt(report -> report.k).max().orElse(Promise.DEFAULT_K);
        if (headcount.reps() < Coverage.SMALL) {
            return new Terms(k, List.of(ReportVoice.GROUP), null, List.of(), rules.rules());
        }
        var market = promises.on(period.since()).market;
        var further = Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != market)
                .map(Dimension::name)
                .toList();
        return new Terms(k, List.of(ReportVoice.GROUP, ReportVoice.REASON), market.name(), further, rules.rules());
    }
}
