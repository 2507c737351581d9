package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which deals are there already. */
@ApplicationScoped
public class KnownDeals {

    private static final String KNOWN =
            "select external_id from deal where workspace = ? and source = ? and external_id = any(?)";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    KnownDeals(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** Of these ids of a source, those that are known; within a transaction. */
    public Set<String> among(String source, Collection<String> externalIds) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, workspace.id());
            statement.setString(2, source);
            statement.setArray(3, connection.createArrayOf("text", externalIds.toArray()));
            var known = new HashSet<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            return known;
        }
    }
}
