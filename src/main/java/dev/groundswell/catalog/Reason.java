package dev.groundswell.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Why deals are lost: one entry of a workspace's taxonomy. Deals keep its id, so that a new label costs nothing. */
@Entity
class Reason {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Column(updatable = false)
    String code;

    String label;

    @Column(name = "reason_group")
    @Enumerated(EnumType.STRING)
    ReasonGroup group;

    @Nullable
    Long parent;

    @Column(name = "merged_into")
    @Nullable
    Long mergedInto;

    boolean archived;

    @Version
    int revision;

    protected Reason() {}

    Reason(String code, String label, ReasonGroup group, @Nullable Long parent) {
        this.code = code;
        this.label = label;
        this.group = group;
        this.parent = parent;
        this.revision = 1;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Reason, Long> {

        Optional<Reason> findByCode(String code) {
            return find("code", code).firstResultOptional();
        }

        List<Reason> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }
    }
}
