package dev.groundswell.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one clock: everything that needs the time takes it from here. */
class Clocks {

    @Produces
    @Singleton
    Clock clock(AccessConfig config) {
        var system = Clock.systemUTC();
        return config.clock()
                .map(start -> Clock.offset(system, Duration.between(system.instant(), start)))
                .orElse(system);
    }
}
