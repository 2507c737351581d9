package dev.groundswell.field;

import dev.groundswell.release.Topic;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** What a rep says in confidence that is not about one deal, until it surfaces: then the row is gone. */
@Entity
class Concern {

    /** After so long nobody else will say so. */
    static final int OPEN_WEEKS = 26;

    @Id
    UUID id;

    @TenantId
    @PartitionKey
    String workspace;

    @Column(updatable = false)
    byte[] author;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Topic topic;

    @Column(updatable = false)
    byte[] words;

    @Column(updatable = false)
    LocalDate week;

    @Column(updatable = false)
    int k;

    protected Concern() {}

    Concern(byte[] author, Topic topic, byte[] words, LocalDate week, int k) {
        this.id = UUID.randomUUID();
        this.author = author;
        this.topic = topic;
        this.words = words;
        this.week = week;
        this.k = k;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Concern, UUID> {

        List<Concern> before(LocalDate week, UUID id, int limit) {
            return find("week < ?1 or week = ?1 and id < ?2 order by week desc, id desc", week, id)
                    .page(0, limit)
                    .list();
        }

        /** Held against whoever endorses, takes back or lets it surface meanwhile. */
        Optional<Concern> held(UUID id) {
            return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        List<Concern> allHeld() {
            return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
    }
}
