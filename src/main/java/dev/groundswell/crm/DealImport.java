package dev.groundswell.crm;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Timeouts;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A file of exports on its way through a connection's mapping. */
@Entity
@Table(name = "deal_import")
class DealImport {

    @Schema(
            name = "ImportState",
            description =
                    "`receiving`: its upload has not ended; `waiting`: it is read next; `running`: it is being read; `done`")
    enum State {
        /** The upload has not ended; such a one is never read. */
        receiving,
        waiting,
        running,
        done
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    long connection;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "dry_run")
    boolean dryRun;

    @Column(name = "as_of")
    Instant asOf;

    String columns;
    long total;
    long examined;
    long added;
    long known;
    long ignored;
    long rejected;
    String remarks;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    protected DealImport() {}

    DealImport(long connection, boolean dryRun, Instant asOf, Instant createdAt) {
        this.connection = connection;
        this.dryRun = dryRun;
        this.asOf = asOf;
        this.createdAt = createdAt;
        this.state = State.receiving;
        this.columns = "[]";
        this.remarks = "{}";
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<DealImport, Long> {

        List<DealImport> before(long id, @Nullable Long connection, int limit) {
            return (connection == null
                            ? find("id < ?1 order by id desc", id)
                            : find("id < ?1 and connection = ?2 order by id desc", id, connection))
                    .page(0, limit)
                    .list();
        }

        /**
         * Held until the transaction ends, as by {@link #all()}: a deletion, too, takes an import before its rows.
         *
         * @param connections of which it may be
         */
        Optional<DealImport> next(Collection<Long> connections) {
            return find("state in (?1, ?2) and connection in ?3 order by id", State.waiting, State.running, connections)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                    .firstResultOptional();
        }

        List<DealImport> all() {
            return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
    }
}
