package dev.groundswell.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Takes what is due from the outbox, and notes what came of it, each in a transaction of its own. */
@ApplicationScoped
class Queue {

    /** Longer than an attempt lasts. One that was cut off is repeated then, under the same id. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    /** Of one subscription at a time: a receiver that is slow holds up itself. */
    private static final int OF_ONE = 2;

    /** Until what found no thread is taken again. */
    private static final Duration PUT_BACK = Duration.ofSeconds(3);

    private static final Duration FAILING = Duration.ofDays(5);

    private final Subscription.Repository subscriptions;
    private final Outgoing.Repository outgoing;
    private final Outbox outbox;
    private final Secrets secrets;
    private final Letters letters;
    private final Clock clock;

    Queue(
            Subscription.Repository subscriptions,
            Outgoing.Repository outgoing,
            Outbox outbox,
            Secrets secrets,
            Letters letters,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.outgoing = outgoing;
        this.outbox = outbox;
        this.secrets = secrets;
        this.letters = letters;
        this.clock = clock;
    }

    /** One attempt to make. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    record Attempt(
            long id,
            String workspace,
            long subscription,
            Channel channel,
            int number,
            String url,
            Map<String, String> headers,
            byte[] body) {}

    /**
     * Marks what is due as tried, before it is sent.
     *
     * @param butOf subscriptions that are busy
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Attempt> take(Collection<Long> butOf, int limit) {
        var now = clock.instant();
        var attempts = new ArrayList<Attempt>();
        for (var row : outgoing.due(now, butOf, limit)) {
            if (attempts.stream()
                            .filter(each -> each.subscription() == row.subscription)
                            .count()
                    >= OF_ONE) {
                continue;
            }
            var subscription = subscriptions.findById(row.subscription);
            if (subscription == null || !subscription.isActive() || row.body == null) {
                row.settle(Outgoing.State.failed, Outcome.failed(Outcome.Failure.subscription_off), now);
                continue;
            }
            if (row.attempts > 0 && Ladder.wait(row.attempts, null, 0).isEmpty()) {
                row.settle(Outgoing.State.failed, Outcome.failed(Outcome.Failure.interrupted), now);
                continue;
            }
            try {
                attempts.add(attempt(row, row.body, subscription, now));
                row.attempts++;
                row.nextAt = now.plus(UNDER_WAY);
            } catch (IllegalStateException otherSecret) {
                // what nobody can decrypt any more must not hold up the rest
                row.settle(Outgoing.State.failed, Outcome.failed(Outcome.Failure.unreadable), now);
            }
        }
        return attempts;
    }

    private Attempt attempt(Outgoing row, byte[] body, Subscription subscription, Instant now) {
        var letter = letters.write(
                subscription.kind, row.messageId(), outbox.open(body), secrets.signing(subscription, now), now);
        return new Attempt(
                row.id,
                row.workspace,
                subscription.id,
                subscription.kind,
                row.attempts + 1,
                secrets.url(subscription),
                letter.headers(),
                letter.body());
    }

    /** As if it had not been taken. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void putBack(Attempt attempt) {
        var row = outgoing.findById(attempt.id());
        // where it was taken for cut off meanwhile, the other attempt goes on
        if (row != null && row.state == Outgoing.State.waiting && row.attempts == attempt.number()) {
            row.attempts--;
            row.nextAt = clock.instant().plus(PUT_BACK);
        }
    }

    /** When something is due next; empty where nothing waits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Instant> nextDue() {
        return outgoing.nextDue();
    }

    /** True where nothing more comes of this event. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean settle(Attempt attempt, Outcome outcome) {
        var now = clock.instant();
        subscriptions.hold(attempt.subscription());
        var row = outgoing.findById(attempt.id());
        if (row == null || row.state != Outgoing.State.waiting) {
            return true;
        }
        if (outcome.isDelivered()) {
            row.settle(Outgoing.State.delivered, outcome, now);
            subscriptions.succeeded(attempt.subscription(), now);
            return true;
        }
        row.note(outcome);
        Ladder.wait(
                        attempt.number(),
                        outcome.retryAfter(),
                        ThreadLocalRandom.current().nextDouble())
                .ifPresentOrElse(
                        wait -> row.nextAt = now.plus(wait), () -> row.settle(Outgoing.State.failed, outcome, now));
        outgoing.flush();
        subscriptions.failed(attempt.subscription(), now);
        if (outcome.failure() == Outcome.Failure.gone) {
            row.settle(Outgoing.State.failed, outcome, now);
            turnOff(attempt.subscription(), Subscription.OffBecause.gone);
        } else if (row.state == Outgoing.State.failed
                && subscriptions.isFailingSince(attempt.subscription(), now.minus(FAILING))) {
            // not at any failure: the first may be of an event that was given up long before this one
            turnOff(attempt.subscription(), Subscription.OffBecause.failing);
        }
        return row.state != Outgoing.State.waiting;
    }

    private void turnOff(long subscription, Subscription.OffBecause because) {
        outgoing.flush();
        subscriptions.off(subscription, because);
        outgoing.giveUp(subscription, clock.instant());
    }
}
