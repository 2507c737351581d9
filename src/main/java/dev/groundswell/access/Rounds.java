package dev.groundswell.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * When each job in the background last came through, and how often one failed, as metrics: a job that hangs or fails is missed by
 * nobody who calls. A metric is named by the identity of the job, which is also what {@link Background} calls its work.
 */
@ApplicationScoped
class Rounds {

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<String, Long> lastRound = new ConcurrentHashMap<>();

    Rounds(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A job that never comes through has stood since the start; and a counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent started, Scheduler scheduler) {
        if (!scheduler.isStarted()) {
            // a command, beside which nothing is done
            return;
        }
        for (var job : scheduler.getScheduledJobs()) {
            var work = job.getId();
            lastRound.put(work, clock.millis());
            TimeGauge.builder(
                            "groundswell.work.last.round.timestamp",
                            lastRound,
                            TimeUnit.MILLISECONDS,
                            rounds -> rounds.getOrDefault(work, 0L))
                    .description("When a job in the background last came through, in seconds since 1970")
                    .tag("work", work)
                    .register(metrics);
            failures(metrics, work);
        }
    }

    void cameThrough(@Observes SuccessfulExecution round) {
        lastRound.put(round.getExecution().getTrigger().getId(), clock.millis());
    }

    void failed(@Observes FailedExecution round) {
        failures(metrics, round.getExecution().getTrigger().getId()).increment();
    }

    static Counter failures(MeterRegistry metrics, String work) {
        return Counter.builder("groundswell.work.failed")
                .description("Rounds of a job that failed, or failed in a workspace")
                .tag("work", work)
                .register(metrics);
    }
}
