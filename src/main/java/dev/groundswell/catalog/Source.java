package dev.groundswell.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Where deals come from: a CRM, an export, a script. */
@Entity
@IdClass(Source.Name.class)
public class Source {

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    String key;

    String label;

    /** From this day on every won deal is told, so that win rates can be trusted; null: since the first one. */
    @Column(name = "wins_complete_since")
    @Nullable
    LocalDate winsCompleteSince;

    @Version
    int revision;

    protected Source() {}

    public String key() {
        return key;
    }

    /** The day that an admin has set; null where the first won deal decides. */
    public @Nullable LocalDate winsCompleteSince() {
        return winsCompleteSince;
    }

    /** A source's name across workspaces. */
    record Name(String workspace, String key) implements Serializable {}

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Source, Source.Name> {

        public Optional<Source> findByKey(String key) {
            return find("key", key).firstResultOptional();
        }

        List<Source> after(String key, int limit) {
            return find("key > ?1 order by key", key).page(0, limit).list();
        }
    }
}
