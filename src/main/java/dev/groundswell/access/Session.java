package dev.groundswell.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A browser that somebody has signed in with. Only the hash of its cookie is kept, and nothing of when it was used. */
@Entity
class Session {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    long member;

    /** The key that it was made with, which takes it along when it goes; null where it was made with a token. */
    @Column(name = "api_key")
    @Nullable
    Long key;

    String handle;
    byte[] hash;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected Session() {}

    Session(long member, @Nullable Long key, Credential credential, Instant expiresAt) {
        this.member = member;
        this.key = key;
        this.handle = credential.handle();
        this.hash = credential.hash();
        this.expiresAt = expiresAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Session, Long> {

        /** Only for who holds all of it: a handle that was seen somewhere ends nothing. */
        void end(Credential session) {
            delete("handle = ?1 and hash = ?2", session.handle(), session.hash());
        }

        void endAllOf(long member) {
            delete("member = ?1", member);
        }

        void forgetWhatEnded(Instant now) {
            delete("expiresAt <= ?1", now);
        }
    }
}
