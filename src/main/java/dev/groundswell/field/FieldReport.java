package dev.groundswell.field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a loss, as it is kept: who by a pseudonym, when to the week, what under encryption, under an id
 * that tells nothing.
 */
@Entity
@Table(name = "field_report")
class FieldReport {

    /** What becomes of what was said. */
    enum State {
        waiting,
        released,
        discarded
    }

    @Id
    UUID id;

    @TenantId
    @PartitionKey
    String workspace;

    @Column(updatable = false)
    byte[] reporter;

    /** The period in which it was told. */
    LocalDate since;

    LocalDate until;

    LocalDate week;

    /** The people that were promised to be counted together at least. */
    int k;

    byte @Nullable [] deal;

    byte[] content;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    Long release;

    protected FieldReport() {}

    FieldReport(byte[] reporter, LocalDate today, Period period, int k, byte @Nullable [] deal, byte[] content) {
        this.id = UUID.randomUUID();
        this.reporter = reporter;
        this.since = period.since();
        this.until = period.until();
        this.week = Weeks.of(today);
        this.k = k;
        this.deal = deal;
        this.content = content;
        this.state = State.waiting;
    }

    /**
     * It has been told among others, or never will be; whatever leads to the deal goes, and most of what was said.
     *
     * @param left what is kept for its author's list
     */
    void seal(State sealed, @Nullable Long publishedAs, byte[] left) {
        this.content = left;
        this.state = sealed;
        this.release = publishedAs;
        this.deal = null;
    }

    /** How many of the seals on these days it has been through. */
    long sealsIn(List<LocalDate> lastDays) {
        return lastDays.stream().filter(day -> !day.isBefore(until)).count();
    }

    Period period() {
        return new Period(since, until);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<FieldReport, UUID> {

        /** Whatever waits and was told in a period that ended by this day, locked until the seal is done. */
        List<FieldReport> waiting(LocalDate until) {
            return find("state = ?1 and until <= ?2 order by id", State.waiting, until)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
        }

        /** All of a person's, locked until the transaction ends. */
        void hold(byte[] reporter) {
            find("reporter = ?1 order by id", (Object) reporter)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
        }

        Optional<FieldReport> firstWaiting() {
            return find("state = ?1 order by since", State.waiting).firstResultOptional();
        }

        boolean hasReported(byte[] deal) {
            return count("deal", (Object) deal) > 0;
        }

        List<FieldReport> of(byte[] reporter, LocalDate beforeWeek, @Nullable UUID beforeId, int limit) {
            return find(
                            "reporter = ?1 and (week < ?2 or week = ?2 and id < ?3) order by week desc, id desc",
                            reporter,
                            beforeWeek,
                            beforeId)
                    .page(0, limit)
                    .list();
        }

        /** Those of periods that ended by this day. */
        void forgetSealed(LocalDate until) {
            delete("state <> ?1 and until <= ?2", State.waiting, until);
        }

        Optional<FieldReport> own(byte[] reporter, UUID id) {
            return find("reporter = ?1 and id = ?2", reporter, id)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional();
        }
    }
}
