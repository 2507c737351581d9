package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.PersonErased;
import dev.groundswell.access.Removed;
import dev.groundswell.catalog.Catalog;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Takes an erased person out of deals: the deals stay, and count as before. */
@ApplicationScoped
class EraseSeller {

    /** All at once, in the order in which everybody locks. */
    private static final String LOCK = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and (%s)
            order by d.source, d.external_id
            for update""";

    private static final String OWNED =
            "d.source = ? and ? in (d.told #>> '{crm,owner,v}', d.told #>> '{rep,owner,v}')";

    /** More than those that hold a name, and none of these less. */
    private static final String NAMING = "lower(d.told::text) like any(?)";

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
        var seller = person.seller();
        var names = person.names();
        if (seller == null && names.isEmpty()) {
            return;
        }
        try {
            deals.shareCatalog(workspace.id());
            var rows = lock(seller, names.traces());
            if (seller != null) {
                rows = reword(
                        rows, disowned(owners.pseudonym(seller.source(), seller.id())), person.removed(), "deals");
            }
            if (!names.isEmpty()) {
                reword(rows, new Unnamed(names, catalog.seen())::word, person.removed(), "deal_texts");
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static BiFunction<Field, JsonNode, JsonNode> disowned(JsonNode pseudonym) {
        return (field, word) -> field == Field.owner && word.equals(pseudonym) ? NullNode.getInstance() : word;
    }

    /**
     * Counts how many of these deals are told in other words now, and answers all of them as they are.
     *
     * @param kind a word of the contract
     */
    private List<DealRow> reword(
            List<DealRow> before, BiFunction<Field, JsonNode, JsonNode> words, Removed removed, String kind)
            throws SQLException {
        var glossary = catalog.seen();
        var after = new ArrayList<DealRow>();
        var old = new ArrayList<DealRow>();
        var changed = new ArrayList<DealRow>();
        for (var row : before) {
            if (row.told().reworded(words).equals(row.told())) {
                after.add(row);
            } else {
                var other = row.reworded(words, glossary);
                after.add(other);
                old.add(row);
                changed.add(other);
            }
        }
        deals.update(workspace.id(), old, changed);
        removed.add(kind, changed.size());
        return after;
    }

    private List<DealRow> lock(PersonErased.@Nullable Seller seller, List<String> traces) throws SQLException {
        var which = new ArrayList<String>();
        if (seller != null) {
            which.add(OWNED);
        }
        if (!traces.isEmpty()) {
            which.add(NAMING);
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK.formatted(String.join(" or ", which)))) {
            int parameter = 1;
            statement.setString(parameter++, workspace.id());
            if (seller != null) {
                statement.setString(parameter++, seller.source());
                statement.setString(
                        parameter++,
                        owners.pseudonym(seller.source(), seller.id()).textValue());
            }
            if (!traces.isEmpty()) {
                var patterns = traces.stream().map(trace -> "%" + trace + "%").toArray();
                statement.setArray(parameter, connection.createArrayOf("text", patterns));
            }
            return DealTable.rows(statement);
        }
    }
}
