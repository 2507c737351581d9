package dev.groundswell.field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** That a person stands behind the words of a concern; its author does from the start. */
@Entity
@Immutable
@IdClass(Endorsement.Key.class)
class Endorsement {

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    UUID concern;

    @Id
    byte[] endorser;

    LocalDate week;

    protected Endorsement() {}

    Endorsement(UUID concern, byte[] endorser, LocalDate week) {
        this.concern = concern;
        this.endorser = endorser;
        this.week = week;
    }

    /** An endorsement across workspaces. */
    @SuppressWarnings("ArrayRecordComponent") // never looked up by it
    record Key(String workspace, UUID concern, byte[] endorser) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Endorsement, Key> {

        boolean has(UUID concern, byte[] endorser) {
            return count("concern = ?1 and endorser = ?2", concern, endorser) > 0;
        }

        void takeBack(UUID concern, byte[] endorser) {
            delete("concern = ?1 and endorser = ?2", concern, endorser);
        }

        /** Which of these concerns a person stands behind. */
        Set<UUID> by(byte[] endorser, Collection<UUID> concerns) {
            return find("endorser = ?1 and concern in ?2", endorser, concerns).stream()
                    .map(each -> each.concern)
                    .collect(Collectors.toSet());
        }

        /** Who stood behind a concern before this week began. */
        List<Endorsement> before(UUID concern, LocalDate week) {
            return list("concern = ?1 and week < ?2", concern, week);
        }
    }
}
