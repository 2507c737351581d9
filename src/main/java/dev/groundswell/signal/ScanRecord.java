package dev.groundswell.signal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** What a period's latest scan said, as it is kept. */
@Entity
@Table(name = "signal_scan")
@IdClass(ScanRecord.Name.class)
class ScanRecord {

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    LocalDate period;

    @Column(name = "scanned_on")
    LocalDate scannedOn;

    String said;

    protected ScanRecord() {}

    ScanRecord(LocalDate period, LocalDate scannedOn, String said) {
        this.period = period;
        this.scannedOn = scannedOn;
        this.said = said;
    }

    /** A period across workspaces. */
    record Name(String workspace, LocalDate period) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ScanRecord, Name> {

        Optional<ScanRecord> latest() {
            return find("order by period desc").firstResultOptional();
        }

        Optional<ScanRecord> of(LocalDate period) {
            return find("period", period).firstResultOptional();
        }
    }
}
