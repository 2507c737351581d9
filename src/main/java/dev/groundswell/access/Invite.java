package dev.groundswell.access;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A one-time way in for a person. Who accepts it makes their own key, which nobody else ever sees. */
@Entity
class Invite {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Enumerated(EnumType.STRING)
    Role role;

    String handle;
    byte[] hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** To the day, so that it does not tell which key belongs to whom. */
    @Column(name = "accepted_on")
    @Nullable
    LocalDate acceptedOn;

    protected Invite() {}

    Invite(Role role, Credential credential, Instant createdAt, Instant expiresAt) {
        this.role = role;
        this.handle = credential.handle();
        this.hash = credential.hash();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Invite, Long> {

        /** Locked, so that of two who accept at once only one gets in. */
        Optional<Invite> lock(String handle) {
            return find("handle", handle)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional();
        }

        List<Invite> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }
    }
}
