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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What a raw text means in this workspace, said by an admin; it wins over the built-in aliases. */
@Entity
class Alias {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Enumerated(EnumType.STRING)
    AliasDimension dimension;

    String text;
    String folded;

    @Nullable
    Long reason;

    @Nullable
    String outcome;

    @Column(name = "market_value")
    @Nullable
    Long marketValue;

    @Column(name = "created_at")
    Instant createdAt;

    protected Alias() {}

    Alias(AliasDimension dimension, String text, Instant createdAt) {
        this.dimension = dimension;
        this.text = text;
        this.folded = Folding.fold(text);
        this.createdAt = createdAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Alias, Long> {

        Optional<Alias> findByText(AliasDimension dimension, String folded) {
            return find("dimension = ?1 and folded = ?2", dimension, folded).firstResultOptional();
        }

        List<Alias> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }
    }
}
