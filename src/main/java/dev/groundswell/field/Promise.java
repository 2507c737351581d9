package dev.groundswell.field;

import dev.groundswell.catalog.Dimension;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/**
 * The terms under which people speak, from a day on. They are announced before they hold and never change afterwards: what
 * was said under a promise is sealed under it.
 */
@Entity
@Immutable
@Table(name = "safety_terms")
@IdClass(Promise.Key.class)
class Promise {

    static final int DEFAULT_K = 5;

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    int k;

    @Enumerated(EnumType.STRING)
    PeriodLength period;

    /** By what reasons are parted once more where enough people spoke. */
    @Enumerated(EnumType.STRING)
    Dimension market;

    @Column(name = "announced_on")
    LocalDate announcedOn;

    protected Promise() {}

    Promise(LocalDate validFrom, int k, PeriodLength period, Dimension market, LocalDate announcedOn) {
        this.validFrom = validFrom;
        this.k = k;
        this.period = period;
        this.market = market;
        this.announcedOn = announcedOn;
    }

    /** What holds where nobody has announced anything else. */
    static Promise builtIn() {
        return new Promise(LocalDate.EPOCH, DEFAULT_K, PeriodLength.quarter, Dimension.region, LocalDate.EPOCH);
    }

    /** A promise across workspaces. */
    record Key(String workspace, LocalDate validFrom) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Promise, Key> {

        /** What holds on this day. */
        Promise on(LocalDate day) {
            return find("validFrom <= ?1 order by validFrom desc", day)
                    .firstResultOptional()
                    .orElseGet(Promise::builtIn);
        }

        boolean isAnnouncedFrom(LocalDate day) {
            return count("validFrom >= ?1", day) > 0;
        }

        /** All that was ever announced, the latest first. */
        List<Promise> all() {
            return list("order by validFrom desc");
        }
    }
}
