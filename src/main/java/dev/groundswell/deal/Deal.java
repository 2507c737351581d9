package dev.groundswell.deal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A deal as group-bys see it. Never written through Hibernate: {@link Intake} is the one door. Ids of what was merged
 * away stay on the row; whoever reads folds them.
 */
@Entity
@Immutable
public class Deal {

    @Id
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    String source;

    @Enumerated(EnumType.STRING)
    @Nullable
    State state;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Column(name = "needs_enrichment")
    boolean needsEnrichment;

    @Enumerated(EnumType.STRING)
    @Nullable
    Outcome outcome;

    @Column(name = "value_amount")
    @Nullable
    BigDecimal valueAmount;

    @Column(name = "value_currency")
    @Nullable
    String valueCurrency;

    @Nullable
    Long product;

    @Nullable
    Long segment;

    @Nullable
    Long region;

    Long[] competitors;

    @Column(name = "primary_reason")
    @Nullable
    Long primaryReason;

    @Column(name = "primary_unmapped")
    boolean primaryUnmapped;

    protected Deal() {}

    /** For group-bys as Panache queries, projected into records. */
    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Deal, Long> {}
}
