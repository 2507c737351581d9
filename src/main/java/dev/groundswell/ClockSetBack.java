package dev.groundswell;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Work in the background is begun once the clock has gone on since the last time. After the clock was set back by days that
 * would take days: only a new start helps, which is what this asks for.
 */
@Liveness
@ApplicationScoped
class ClockSetBack implements HealthCheck {

    /** What is set right in passing, and waited for. */
    private static final Duration HARMLESS = Duration.ofMinutes(1);

    private final Clock clock;

    /** How far the clock was ahead of the time since some moment that no change of the clock moves. */
    private Duration furthest;

    ClockSetBack(Clock clock) {
        this.clock = clock;
        this.furthest = ahead();
    }

    @Override
    public synchronized HealthCheckResponse call() {
        var now = ahead();
        if (now.compareTo(furthest) > 0) {
            furthest = now;
        }
        return HealthCheckResponse.named("Clock")
                .status(furthest.minus(now).compareTo(HARMLESS) <= 0)
                .build();
    }

    private Duration ahead() {
        return Duration.between(Instant.EPOCH, clock.instant()).minusNanos(System.nanoTime());
    }
}
