package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.PersonErased;
import dev.groundswell.catalog.Catalog;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Takes an erased person out of deals: the deals stay, and count as before. */
@ApplicationScoped
class EraseSeller {

    /** All at once, in the order in which everybody locks. */
    private static final String LOCK_OWNED = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and d.source = ? and ? in (d.told #>> '{crm,owner,v}', d.told #>> '{rep,owner,v}')
            order by d.source, d.external_id
            for update""";

    /** More than those that hold a name, and none of these less. */
    private static final String LOCK_NAMING = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and lower(d.told::text) like any(?)
            order by d.source, d.external_id
            for update""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Catalog catalog;
    private final DealTable deals;
    private final Owners owners;

    EraseSeller(
            AgroalDataSource database, CurrentWorkspace workspace, Catalog catalog, DealTable deals, Owners owners) {
        this.database = database;
        this.workspace = workspace;
        this.catalog = catalog;
        this.deals = deals;
        this.owners = owners;
    }

    void erase(@Observes PersonErased person) {
        try {
            var seller = person.seller();
            if (seller != null) {
                person.removed().add("deals", disown(seller));
            }
            if (!person.names().isEmpty()) {
                person.removed().add("deal_texts", unname(person));
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private int disown(PersonErased.Seller seller) throws SQLException {
        var pseudonym = owners.pseudonym(seller.source(), seller.id());
        deals.shareCatalog(workspace.id());
        return reword(
                owned(seller.source(), pseudonym.textValue()),
                (field, word) -> field == Field.owner && word.equals(pseudonym) ? NullNode.getInstance() : word);
    }

    private int unname(PersonErased person) throws SQLException {
        deals.shareCatalog(workspace.id());
        var unnamed = new Unnamed(person.names(), catalog.seen());
        return reword(naming(person.names().traces()), unnamed::word);
    }

    /** Answers how many of these deals are told in other words now. */
    private int reword(List<DealRow> before, BiFunction<Field, JsonNode, JsonNode> words) throws SQLException {
        var glossary = catalog.seen();
        var changed = new ArrayList<DealRow>();
        for (var row : before) {
            if (!row.told().reworded(words).equals(row.told())) {
                changed.add(row.reworded(words, glossary));
            }
        }
        deals.update(workspace.id(), before, changed);
        return changed.size();
    }

    private List<DealRow> owned(String source, String pseudonym) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_OWNED)) {
            statement.setString(1, workspace.id());
            statement.setString(2, source);
            statement.setString(3, pseudonym);
            return DealTable.rows(statement);
        }
    }

    private List<DealRow> naming(List<String> traces) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_NAMING)) {
            statement.setString(1, workspace.id());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            traces.stream().map(trace -> "%" + trace + "%").toArray()));
            return DealTable.rows(statement);
        }
    }
}
