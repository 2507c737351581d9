package dev.groundswell.catalog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads a whole catalog at once, and adds to it; within the caller's transaction. */
@ApplicationScoped
class CatalogTable {

    private static final String ADD_VALUE = """
            insert into market_value (workspace, dimension, key, label, folded)
            select :workspace, :dimension,
                   case when exists (select from market_value v where v.workspace = :workspace
                                       and v.dimension = :dimension and v.key = :slug)
                        then :distinctSlug else :slug end,
                   :label, :folded
            on conflict (workspace, dimension, folded) do nothing""";

    private final Session session;
    private final AgroalDataSource database;

    CatalogTable(EntityManager session, AgroalDataSource database) {
        this.session = session.unwrap(Session.class);
        this.database = database;
    }

    /** Asked with every answer, and so by JDBC: a native query costs Hibernate more than it costs the database. */
    long version(String workspace) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select catalog_version from workspace where workspace = ?")) {
            statement.setString(1, workspace);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Glossary read(String workspace) {
        return new Glossary(
                version(workspace),
                session.createQuery(
                                "select r.id, r.code, r.label, r.group, r.parent, r.mergedInto from Reason r order by r.id",
                                ReasonInfo.class)
                        .list(),
                session.createQuery(
                                "select v.id, v.dimension, v.key, v.label, v.folded, v.mergedInto from MarketValue v order by v.id",
                                MarketInfo.class)
                        .list(),
                session.createQuery("select s.key from Source s", String.class).list(),
                session
                        .createQuery(
                                "select a.dimension, a.folded, coalesce(a.reason, a.marketValue), a.outcome from Alias a",
                                AliasRow.class)
                        .list()
                        .stream()
                        .map(AliasRow::info)
                        .toList(),
                rates(workspace));
    }

    private Rates rates(String workspace) {
        var reporting = session.createNativeQuery(
                        "select coalesce(reporting_currency, '') from workspace where workspace = :workspace",
                        String.class)
                .setParameter("workspace", workspace)
                .getSingleResult();
        return reporting.isEmpty()
                ? Rates.none()
                : new Rates(
                        reporting,
                        session.createQuery(
                                        "select r.currency, r.validFrom, r.rate from ExchangeRate r", Rates.Rate.class)
                                .list());
    }

    /** In one order for everybody, so that two who add the same never wait for each other in a circle. */
    void add(String workspace, Collection<Term> terms, Collection<String> sources) {
        var ordered = terms.stream()
                .sorted(Comparator.comparing(Term::dimension).thenComparing(term -> Folding.fold(term.text())))
                .toList();
        // shared with other writers of deals, before the row: an editor of the catalog takes the two in this order
        session.createNativeQuery("select pg_advisory_xact_lock_shared(hashtextextended(:workspace, 0))", Object.class)
                .setParameter("workspace", workspace)
                .getSingleResult();
        // one after the other: two that add different names may want the same key
        session.createNativeQuery("select 1 from workspace where workspace = :workspace for update", Integer.class)
                .setParameter("workspace", workspace)
                .getSingleResult();
        int added = 0;
        for (var term : ordered) {
            added += session.createNativeMutationQuery(ADD_VALUE)
                    .setParameter("workspace", workspace)
                    .setParameter("dimension", term.dimension().name())
                    .setParameter("slug", Folding.slug(term.text()))
                    .setParameter("distinctSlug", Folding.distinctSlug(term.text()))
                    .setParameter("label", term.text().strip())
                    .setParameter("folded", Folding.fold(term.text()))
                    .executeUpdate();
        }
        for (var source : sources.stream().sorted().toList()) {
            added += session.createNativeMutationQuery(
                            "insert into source (workspace, key, label) values (:workspace, :key, :key) on conflict do nothing")
                    .setParameter("workspace", workspace)
                    .setParameter("key", source)
                    .executeUpdate();
        }
        if (added > 0) {
            session.createNativeMutationQuery(
                            "update workspace set catalog_version = catalog_version + 1 where workspace = :workspace")
                    .setParameter("workspace", workspace)
                    .executeUpdate();
        }
    }

    /** An alias as the database has it, where reasons are a dimension, too. */
    record AliasRow(
            AliasDimension dimension,
            String folded,
            @Nullable Long target,
            @Nullable String outcome) {

        AliasInfo info() {
            return new AliasInfo(dimension.market(), folded, target, outcome);
        }
    }
}
