package dev.groundswell.notify;

import dev.groundswell.access.CurrentWorkspace;
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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to be told, and how it goes. The address is a secret as far as Slack and Teams go, so all are kept as one. */
@Entity
@DynamicUpdate // how it goes is noted meanwhile
class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Enumerated(EnumType.STRING)
    Channel kind;

    String name;
    byte[] url;

    byte @Nullable [] secret;

    /** Signs, too, until then. */
    @Column(name = "former_secret")
    byte @Nullable [] formerSecret;

    @Column(name = "former_until")
    @Nullable
    Instant formerUntil;

    String[] events;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    @Column(name = "off_because")
    @Nullable
    OffBecause offBecause;

    /** In a row. */
    int failures;

    @Column(name = "failing_since")
    @Nullable
    Instant failingSince;

    @Column(name = "last_success")
    @Nullable
    Instant lastSuccess;

    @Version
    int revision;

    @Column(name = "created_at")
    Instant createdAt;

    protected Subscription() {}

    Subscription(Channel kind, String name, byte[] url, List<EventType> events, Instant createdAt) {
        this.kind = kind;
        this.name = name;
        this.url = url;
        this.events = words(events);
        this.state = State.active;
        this.createdAt = createdAt;
    }

    @Schema(name = "SubscriptionState", description = "Whether anything is sent")
    enum State {
        active,
        off
    }

    @Schema(
            name = "SubscriptionOff",
            description =
                    "Why nothing is sent any more. `gone`: the receiver answered that it is; `failing`: an event was given up, and "
                            + "nothing has arrived for five days; `admin`: an admin has turned it off; `unreadable`: the service's secret has "
                            + "changed, so that its url has to be told again")
    enum OffBecause {
        gone,
        failing,
        admin,

        /** Found when it is read, and never kept. */
        unreadable
    }

    static String[] words(List<EventType> events) {
        return events.stream().distinct().sorted().map(EventType::word).toArray(String[]::new);
    }

    List<EventType> events() {
        return Arrays.stream(events).map(EventType::of).toList();
    }

    boolean isActive() {
        return state == State.active;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Subscription, Long> {

        private final CurrentWorkspace workspace;

        Repository(CurrentWorkspace workspace) {
            this.workspace = workspace;
        }

        List<Subscription> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }

        /** Few enough to look through. */
        List<Subscription> to(EventType event) {
            return list("state = ?1 order by id", State.active).stream()
                    .filter(subscription -> subscription.events().contains(event))
                    .toList();
        }

        /** Until the transaction ends, none of them is deleted: what is put down for one would be left without it. */
        void keepAll() {
            getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select id from subscription where workspace = :workspace order by id for key share",
                            Long.class)
                    .setParameter("workspace", workspace.id())
                    .list();
        }

        /** Held until the transaction ends: whoever writes to it and to its events takes it first, as a deletion does. */
        void hold(long id) {
            find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        void holdAll() {
            find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }

        void succeeded(long id, Instant now) {
            update("failures = 0, failingSince = null, lastSuccess = ?2 where id = ?1", id, now);
        }

        void failed(long id, Instant now) {
            update("failures = failures + 1, failingSince = coalesce(failingSince, ?2) where id = ?1", id, now);
        }

        boolean isFailingSince(long id, Instant then) {
            return count("id = ?1 and failingSince <= ?2", id, then) > 0;
        }

        void off(long id, OffBecause because) {
            update(
                    "state = ?2, offBecause = ?3, revision = revision + 1 where id = ?1 and state = ?4",
                    id,
                    State.off,
                    because,
                    State.active);
        }

        void forgetFormerSecrets(Instant now) {
            update("formerSecret = null, formerUntil = null where formerUntil < ?1", now);
        }
    }
}
