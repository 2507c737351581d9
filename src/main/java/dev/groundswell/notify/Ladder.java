package dev.groundswell.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long to wait until what failed is tried again: longer each time, with a little chance in it so that not all come at once. */
final class Ladder {

    /** The wait before each further attempt; the first is made at once. */
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.1;

    private Ladder() {}

    /**
     * Empty after the last attempt.
     *
     * @param attempts how many were made, one at least
     * @param asked what the receiver asks for, which is honoured up to twice the step
     * @param chance 0 to 1
     */
    static Optional<Duration> wait(int attempts, @Nullable Duration asked, double chance) {
        if (attempts > STEPS.size()) {
            return Optional.empty();
        }
        var step = STEPS.get(attempts - 1);
        var most = step.multipliedBy(2);
        var wait = asked == null || asked.compareTo(step) < 0 ? step : asked.compareTo(most) > 0 ? most : asked;
        return Optional.of(wait.plusMillis((long) (step.toMillis() * JITTER * chance)));
    }
}
