package dev.groundswell.deal;

import dev.groundswell.access.OneTrip;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes deals, many rows in one statement: a list of one is the everyday case. Rows travel as JSON, whose fields are the
 * columns.
 */
@ApplicationScoped
class DealTable {

    private static final String COLUMNS = """
            source, external_id, revision, told, state, closed_on, closed_on_told, needs_enrichment, outcome, owner, \
            value_amount, value_currency, product, segment, region, competitors, primary_reason, primary_unmapped, \
            reasons, reason_texts, unmapped_texts, note, list_amount, list_currency, quoted_amount, quoted_currency, \
            competitor_amount, competitor_currency, would_have_won_amount, would_have_won_currency, \
            discount_asked_amount, discount_asked_currency, retold""";

    private static final String ROWS = """
            jsonb_to_recordset(cast(? as jsonb)) as n(
                id bigint, source text, external_id text, revision int, told jsonb, state text, closed_on date,
                closed_on_told boolean, needs_enrichment boolean, outcome text, owner text, value_amount numeric,
                value_currency text, product bigint, segment bigint, region bigint, competitors bigint[],
                primary_reason bigint, primary_unmapped boolean, reasons jsonb, reason_texts text[],
                unmapped_texts text[], note text, list_amount numeric, list_currency text, quoted_amount numeric,
                quoted_currency text, competitor_amount numeric, competitor_currency text,
                would_have_won_amount numeric, would_have_won_currency text, discount_asked_amount numeric,
                discount_asked_currency text, retold boolean)""";

    /** It returns something, so that Citus gathers the rows first: copied into their table, they would be refused. */
    private static final String MARK =
            "insert into dirty_day (workspace, day) select ?, unnest(cast(? as date[])) returning 1";

    /**
     * The hot path, in one trip. The shared lock and the catalog's version see to it that no text is read by an alias that
     * is just being changed: a stale version inserts nothing, and neither does a deal that is there already.
     */
    private static final String INSERT_NEW = """
            select set_config('app.workspace', ?, true), pg_advisory_xact_lock_shared(hashtextextended(?, 0));
            insert into deal (workspace, %s)
            select w.workspace, %s from %s, workspace w
            where w.workspace = ? and w.catalog_version = ?
            order by n.source, n.external_id
            on conflict (workspace, source, external_id) do nothing
            returning id, source, external_id;
            %s""".formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "n.$1"), ROWS, MARK);

    private static final String SHARE_CATALOG = "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";

    /** Revision 0: somebody is about to tell the first thing of this deal. */
    private static final String INSERT_UNTOLD = """
            insert into deal (workspace, source, external_id, revision, told)
            select ?, k.source, k.external_id, 0, '{}'
            from unnest(?, ?) as k(source, external_id)
            order by 2, 3
            on conflict (workspace, source, external_id) do nothing""";

    /** In one order for everybody, so that two batches never wait for each other in a circle. */
    private static final String LOCK = """
            select to_jsonb(d) from deal d
            join unnest(?, ?) as k(source, external_id) on d.source = k.source and d.external_id = k.external_id
            where d.workspace = ?
            order by d.source, d.external_id
            for update of d""";

    /** Chosen by id, and locked in the order in which everybody locks. */
    private static final String LOCK_SAYING = """
            with chosen as (
                select c.id from deal c where c.workspace = ? and c.id > ? and c.reason_texts @> ? order by c.id limit ?)
            select to_jsonb(d) from deal d join chosen on chosen.id = d.id
            where d.workspace = ?
            order by d.source, d.external_id
            for update of d""";

    private static final String UPDATE = """
            update deal d set (%s) = (select %s)
            from %s
            where d.workspace = ? and d.id = n.id""".formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "n.$1"), ROWS);

    private final AgroalDataSource database;
    private final OneTrip trip;

    DealTable(AgroalDataSource database, OneTrip trip) {
        this.database = database;
        this.trip = trip;
    }

    /** A deal's name in a workspace. */
    record Key(String source, String externalId) {}

    /** Inserts what is not there yet, outside of or within a transaction; answers the ids of what it has inserted. */
    Map<Key, Long> insertNew(String workspace, long catalogVersion, List<DealRow> rows) throws SQLException {
        return trip.ask(
                workspace,
                INSERT_NEW,
                statement -> {
                    statement.setString(2, workspace);
                    statement.setString(3, TellingJson.writeRows(rows));
                    statement.setString(4, workspace);
                    statement.setLong(5, catalogVersion);
                    statement.setString(6, workspace);
                    statement.setArray(
                            7,
                            statement
                                    .getConnection()
                                    .createArrayOf("date", countedOn(rows).toArray()));
                },
                statement -> {
                    var ids = new HashMap<Key, Long>();
                    try (var inserted = statement.getResultSet()) {
                        while (inserted.next()) {
                            ids.put(new Key(inserted.getString(2), inserted.getString(3)), inserted.getLong(1));
                        }
                    }
                    return ids;
                });
    }

    /** Keeps aliases from changing until this transaction ends. */
    void shareCatalog(String workspace) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SHARE_CATALOG)) {
            statement.setString(1, workspace);
            statement.execute();
        }
    }

    /** Locks these deals until this transaction ends; those that are not there yet come with revision 0. */
    Map<Key, DealRow> lock(String workspace, List<Key> keys) throws SQLException {
        try (var connection = database.getConnection()) {
            var sources = texts(connection, keys.stream().map(Key::source).toList());
            var externalIds =
                    texts(connection, keys.stream().map(Key::externalId).toList());
            try (var statement = connection.prepareStatement(INSERT_UNTOLD)) {
                statement.setString(1, workspace);
                statement.setArray(2, sources);
                statement.setArray(3, externalIds);
                statement.executeUpdate();
            }
            var rows = new HashMap<Key, DealRow>();
            try (var statement = connection.prepareStatement(LOCK)) {
                statement.setArray(1, sources);
                statement.setArray(2, externalIds);
                statement.setString(3, workspace);
                for (var row : rows(statement)) {
                    rows.put(new Key(row.source(), row.externalId()), row);
                }
            }
            return rows;
        }
    }

    /** Locks the next deals, by id but not in its order, of which a raw reason text folds to this. */
    List<DealRow> lockSaying(String workspace, String folded, long afterId, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_SAYING)) {
            statement.setString(1, workspace);
            statement.setLong(2, afterId);
            statement.setArray(3, texts(connection, List.of(folded)));
            statement.setInt(4, limit);
            statement.setString(5, workspace);
            return rows(statement);
        }
    }

    /**
     * Writes rows that are locked.
     *
     * @param before as they were locked: the days on which they counted then and count now are marked to be counted again
     */
    void update(String workspace, Collection<DealRow> before, Collection<DealRow> after) throws SQLException {
        if (after.isEmpty()) {
            return;
        }
        var days = countedOn(before);
        days.addAll(countedOn(after));
        try (var connection = database.getConnection()) {
            try (var statement = connection.prepareStatement(UPDATE)) {
                statement.setString(1, TellingJson.writeRows(List.copyOf(after)));
                statement.setString(2, workspace);
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(MARK)) {
                statement.setString(1, workspace);
                statement.setArray(2, connection.createArrayOf("date", days.toArray()));
                statement.execute();
            }
        }
    }

    private static Set<LocalDate> countedOn(Collection<DealRow> rows) {
        var days = new TreeSet<LocalDate>();
        rows.stream().map(DealRow::countedOn).filter(Objects::nonNull).forEach(days::add);
        return days;
    }

    static List<DealRow> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<DealRow>();
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(TellingJson.readRow(result.getString(1)));
            }
        }
        return rows;
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
