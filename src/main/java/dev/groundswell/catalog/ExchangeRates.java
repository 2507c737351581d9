package dev.groundswell.catalog;

import dev.groundswell.access.Audit;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The workspace's list of rates, which is replaced as a whole; within the caller's transaction. */
@ApplicationScoped
class ExchangeRates {

    private final Session session;
    private final ExchangeRate.Repository rates;
    private final CurrentWorkspace workspace;
    private final Audit audit;

    ExchangeRates(EntityManager session, ExchangeRate.Repository rates, CurrentWorkspace workspace, Audit audit) {
        this.session = session.unwrap(Session.class);
        this.rates = rates;
        this.workspace = workspace;
        this.audit = audit;
    }

    /**
     * The list as it is.
     *
     * @param currency what the workspace reports in; null where it has not said so
     */
    record Listed(int revision, @Nullable String currency, List<ExchangeRate> rates) {}

    /** What is kept beside the list, on the workspace's own row. */
    record Head(@Nullable String currency, int revision) {}

    Listed read() {
        var head = head("");
        return new Listed(head.revision(), head.currency(), rates.inOrder());
    }

    /** Trends notice by the catalog's version, as they do of everything that changes what they answer. */
    void replace(@Nullable String ifMatch, String currency, List<Rates.Rate> list) {
        // one editor at a time: what is checked now still holds when it is written
        Revisions.require(ifMatch, head(" for update").revision());
        check(currency, list);
        rates.deleteAll();
        add(list);
        session.createNativeMutationQuery("""
                        update workspace set reporting_currency = :currency, rates_revision = rates_revision + 1,
                            catalog_version = catalog_version + 1
                        where workspace = :workspace""")
                .setParameter("currency", currency)
                .setParameter("workspace", workspace.id())
                .executeUpdate();
        audit.tell("exchange_rates_replaced", currency);
    }

    /** It returns something, so that Citus gathers the rows first: copied into their table, they would be refused. */
    private void add(List<Rates.Rate> list) {
        session.createNativeQuery("""
                        insert into exchange_rate (workspace, currency, valid_from, rate)
                        select :workspace, n.currency, n.valid_from, n.rate
                        from unnest(:currencies, :days, :rates) as n(currency, valid_from, rate)
                        returning 1""", Integer.class)
                .setParameter("workspace", workspace.id())
                .setParameter(
                        "currencies", list.stream().map(Rates.Rate::currency).toArray(String[]::new))
                .setParameter("days", list.stream().map(Rates.Rate::validFrom).toArray(LocalDate[]::new))
                .setParameter("rates", list.stream().map(Rates.Rate::rate).toArray(BigDecimal[]::new))
                .getResultList();
    }

    private Head head(String lock) {
        return session.createNativeQuery(
                        "select reporting_currency, rates_revision from workspace where workspace = :workspace" + lock,
                        Object[].class)
                .setParameter("workspace", workspace.id())
                .setTupleTransformer((row, names) -> new Head((String) row[0], ((Number) row[1]).intValue()))
                .getSingleResult();
    }

    private static void check(String currency, List<Rates.Rate> list) {
        var seen = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var rate = list.get(i);
            if (rate.currency().equals(currency)) {
                throw ProblemException.invalid(
                        "/rates/" + i + "/currency", "is what the workspace reports in: its rate is 1");
            }
            if (rate.rate().signum() == 0) {
                throw ProblemException.invalid("/rates/" + i + "/rate", "must be more than 0");
            }
            if (!seen.add(rate.currency() + " " + rate.validFrom())) {
                throw ProblemException.invalid("/rates/" + i, "has a rate for this currency and day already");
            }
        }
    }
}
