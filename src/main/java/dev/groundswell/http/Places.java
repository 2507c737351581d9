package dev.groundswell.http;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many requests at once.
 *
 * <p>Many that come together are no overload. For a moment after half of the places were free, twice as many may enter; where that
 * moment has passed and they are still there, more is asked than can be done.
 */
final class Places {

    private static final int BURST = 2;

    /** In milliseconds. */
    private static final long MOMENT = 250;

    private final int all;
    private final Clock clock;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile long calmAt;

    Places(int all, Clock clock) {
        this.all = Math.max(1, all);
        this.clock = clock;
        this.calmAt = clock.millis();
    }

    /** A place that is free again when everybody who holds it has left. */
    final class Place {

        private final AtomicInteger holders;

        private Place(int holders) {
            this.holders = new AtomicInteger(holders);
        }

        void leave() {
            if (holders.decrementAndGet() == 0) {
                taken.decrementAndGet();
            }
        }
    }

    /** Empty where none is left. */
    Optional<Place> take(int holders) {
        int before = taken.getAndIncrement();
        if (before >= limit(before)) {
            taken.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Place(holders));
    }

    boolean areLeft() {
        int now = taken.get();
        return now < limit(now);
    }

    int taken() {
        return taken.get();
    }

    private int limit(int inside) {
        long now = clock.millis();
        if (inside < Math.max(1, all / 2)) {
            calmAt = now;
        }
        return Math.abs(now - calmAt) < MOMENT ? all * BURST : all;
    }
}
