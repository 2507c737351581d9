package dev.groundswell.testsupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: the true time, unless a test has moved it. Whoever moves it brings it back. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Noon of this day, from where it ticks on. */
    public void moveTo(LocalDate day) {
        ahead = Duration.between(Instant.now(), day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** So much later than it is now. */
    public void goOn(Duration time) {
        ahead = ahead.plus(time);
    }

    public void bringBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
