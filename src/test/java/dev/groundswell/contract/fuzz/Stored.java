package dev.groundswell.contract.fuzz;

import dev.groundswell.testsupport.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that the database holds of a workspace: for each table how many rows there are, and a sum of their content. */
final class Stored {

    /** Written by what runs behind, whenever it comes to it. */
    private static final Set<String> BEHIND =
            Set.of("lease", "dirty_day", "dirty_month", "rollup", "rollup_fill", "rollup_day", "rollup_month");

    private final Connection connection;
    private final PreparedStatement query;

    Stored(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        // a key tells on which day it was used last, refused or not
        this.query = connection.prepareStatement(Database.tables(connection).stream()
                .filter(table -> !BEHIND.contains(table))
                .map(table -> """
                        select '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_on')::text, 0)), 0)
                        from %1$s t""".formatted(table))
                .collect(Collectors.joining("\nunion all\n")));
    }

    /** By table. */
    Map<String, String> of(String workspace) throws SQLException {
        try {
            Database.enter(connection, workspace);
            var stored = new TreeMap<String, String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.put(rows.getString(1), rows.getString(2));
                }
            }
            return stored;
        } finally {
            connection.rollback();
        }
    }
}
