package dev.groundswell.notify;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Timeouts;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One event on its way to one subscription, written in the transaction of what it tells. */
@Entity
class Outgoing {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    long subscription;

    /** The same for every receiver and every attempt. */
    UUID message;

    String type;

    /** Encrypted; gone once it has arrived or was given up. */
    byte @Nullable [] body;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    @Column(name = "told_at")
    Instant toldAt;

    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "last_status")
    @Nullable
    Integer lastStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_failure")
    Outcome.@Nullable Failure lastFailure;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    protected Outgoing() {}

    Outgoing(long subscription, UUID message, String type, byte[] body, Instant toldAt, Instant nextAt) {
        this.subscription = subscription;
        this.message = message;
        this.type = type;
        this.body = body;
        this.state = State.waiting;
        this.toldAt = toldAt;
        this.nextAt = nextAt;
    }

    @Schema(
            name = "AttemptState",
            description = "`waiting` for its first or next attempt; `delivered`; `failed`: given up")
    enum State {
        waiting,
        delivered,
        failed
    }

    /** The receiver knows a repetition by it. */
    String messageId() {
        return "msg_" + message.toString().replace("-", "");
    }

    void settle(State end, Outcome outcome, Instant now) {
        state = end;
        note(outcome);
        nextAt = null;
        settledAt = now;
        body = null;
    }

    void note(Outcome outcome) {
        lastStatus = outcome.status();
        lastFailure = outcome.failure();
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Outgoing, Long> {

        List<Outgoing> before(long subscription, long id, int limit) {
            return find("subscription = ?1 and id < ?2 order by id desc", subscription, id)
                    .page(0, limit)
                    .list();
        }

        /** Held until the end of the transaction. */
        List<Outgoing> due(Instant now, Collection<Long> butOf, int limit) {
            return find(
                            "state = ?1 and nextAt <= ?2 and subscription not in ?3 order by nextAt, id",
                            State.waiting,
                            now,
                            butOf)
                    .page(0, limit)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                    .list();
        }

        Optional<Instant> nextDue() {
            return find("state = ?1 order by nextAt", State.waiting)
                    .firstResultOptional()
                    .map(first -> first.nextAt);
        }

        /** Nothing more is sent to a subscription. */
        void giveUp(long subscription, Instant now) {
            update(
                    "state = ?1, lastFailure = ?2, nextAt = null, settledAt = ?3, body = null where subscription = ?4 and state = ?5",
                    State.failed,
                    Outcome.Failure.subscription_off,
                    now,
                    subscription,
                    State.waiting);
        }

        void forget(State state, Instant before) {
            delete("state = ?1 and settledAt < ?2", state, before);
        }
    }
}
