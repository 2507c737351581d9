package dev.groundswell.field;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A period that was sealed. Its row is what makes that happen once. */
@Entity
@Immutable
@Table(name = "sealed_period")
@IdClass(SealedPeriod.Key.class)
class SealedPeriod {

    /** What came of it: told, or waiting for the next period to join it, because too few spoke or the audit failed. */
    @Schema(name = "SealOutcome")
    enum Outcome {
        released,
        carried_over
    }

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    LocalDate until;

    LocalDate since;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "release")
    @Nullable
    Long release;

    protected SealedPeriod() {}

    SealedPeriod(Period period, Outcome outcome, @Nullable Long release) {
        this.since = period.since();
        this.until = period.until();
        this.outcome = outcome;
        this.release = release;
    }

    /** A period across workspaces. */
    record Key(String workspace, LocalDate until) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SealedPeriod, Key> {

        Optional<SealedPeriod> last() {
            return find("order by until desc").firstResultOptional();
        }

        Optional<SealedPeriod> lastReleased() {
            return find("outcome = ?1 order by until desc", Outcome.released).firstResultOptional();
        }

        List<SealedPeriod> released(int limit) {
            return find("outcome = ?1 order by until desc", Outcome.released)
                    .page(0, limit)
                    .list();
        }

        /** The last days of all periods that were sealed. */
        List<LocalDate> lastDays() {
            return listAll().stream().map(period -> period.until).toList();
        }
    }
}
