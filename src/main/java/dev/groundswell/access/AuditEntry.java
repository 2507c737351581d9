package dev.groundswell.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** One change of the workspace's set-up: what was done to what, by which role. Never who. */
@Entity
@Table(name = "audit")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    Instant at;

    @Enumerated(EnumType.STRING)
    Role role;

    String action;
    String subject;

    protected AuditEntry() {}

    AuditEntry(Instant at, Role role, String action, String subject) {
        this.at = at;
        this.role = role;
        this.action = action;
        this.subject = subject;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<AuditEntry, Long> {

        List<AuditEntry> before(long id, int limit) {
            return find("id < ?1 order by id desc", id).page(0, limit).list();
        }
    }
}
