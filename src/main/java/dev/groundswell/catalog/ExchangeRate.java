package dev.groundswell.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** What one unit of a currency is worth in the currency that the workspace reports in, from a day on. */
@Entity
@Table(name = "exchange_rate")
@IdClass(ExchangeRate.Name.class)
class ExchangeRate {

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    String currency;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    BigDecimal rate;

    protected ExchangeRate() {}

    /** A rate's name across workspaces. */
    record Name(String workspace, String currency, LocalDate validFrom) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ExchangeRate, ExchangeRate.Name> {

        List<ExchangeRate> inOrder() {
            return list("order by currency, validFrom");
        }
    }
}
