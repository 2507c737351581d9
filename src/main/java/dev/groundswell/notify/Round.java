package dev.groundswell.notify;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One turn in a workspace. Many attempts are under way at once; what comes of each is noted by the one thread of the turn. */
final class Round {

    private static final int AT_ONCE = 32;

    private final Queue queue;
    private final Attempts attempts;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final Set<Queue.Attempt> underWay = new HashSet<>();

    Round(Queue queue, Attempts attempts) {
        this.queue = queue;
        this.attempts = attempts;
    }

    /** @param outcome null where it was not tried */
    private record Finished(Queue.Attempt attempt, @Nullable Outcome outcome) {}

    /** Until nothing is due or the turn is over, and then until all that is under way has ended. */
    void run(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            if (start() == 0) {
                if (underWay.isEmpty()) {
                    return;
                }
                settleNext();
            }
        }
        while (!underWay.isEmpty()) {
            settleNext();
        }
    }

    private int start() {
        if (underWay.size() >= AT_ONCE) {
            return 0;
        }
        var busy = underWay.stream().map(Queue.Attempt::subscription).distinct().toList();
        var due = queue.take(busy, AT_ONCE - underWay.size());
        for (var attempt : due) {
            underWay.add(attempt);
            attempts.make(
                    attempt,
                    outcome -> finished.add(new Finished(attempt, outcome)),
                    () -> finished.add(new Finished(attempt, null)));
        }
        return due.size();
    }

    /** Waits for a moment only: meanwhile something for others may have become due. */
    private void settleNext() {
        try {
            var next = finished.poll(500, TimeUnit.MILLISECONDS);
            if (next != null) {
                underWay.remove(next.attempt());
                if (next.outcome() == null) {
                    queue.putBack(next.attempt());
                } else {
                    queue.settle(next.attempt(), next.outcome());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            underWay.clear();
        }
    }
}
