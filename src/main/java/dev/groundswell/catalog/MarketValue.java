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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A product, segment, region or competitor of a workspace. */
@Entity
@Table(name = "market_value")
class MarketValue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Dimension dimension;

    @Column(updatable = false)
    String key;

    String label;

    @Column(updatable = false)
    String folded;

    @Column(name = "merged_into")
    @Nullable
    Long mergedInto;

    boolean archived;

    @Version
    int revision;

    protected MarketValue() {}

    MarketValue(Dimension dimension, String key, String label) {
        this.dimension = dimension;
        this.key = key;
        this.label = label;
        this.folded = Folding.fold(label);
        this.revision = 1;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<MarketValue, Long> {

        Optional<MarketValue> findByKey(Dimension dimension, String key) {
            return find("dimension = ?1 and key = ?2", dimension, key).firstResultOptional();
        }

        Optional<MarketValue> findByFolded(Dimension dimension, String folded) {
            return find("dimension = ?1 and folded = ?2", dimension, folded).firstResultOptional();
        }

        List<MarketValue> after(Dimension dimension, long id, int limit) {
            return find("dimension = ?1 and id > ?2 order by id", dimension, id)
                    .page(0, limit)
                    .list();
        }
    }
}
