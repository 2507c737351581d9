package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the member behind a key, in one trip: the claimed workspace is set and the key looked up under row-level
 * security, in one implicit transaction; the hash then proves the claim. Nothing is cached, so a revoked key is refused
 * at once by every copy of the service.
 *
 * <p>Every parameter of a statement that is several in one has to be bound with its exact type: with setTimestamp (and
 * all else that leaves the type to the server) pgjdbc parts the statements with a Sync once they are server-prepared,
 * and the setting is gone before it is needed.
 */
@ApplicationScoped
class KeyLookup {

    private static final String FIND = """
            select set_config('app.workspace', ?, true);
            select k.id, k.hash, k.scopes, k.last_used_on, m.id, m.role
            from api_key k join member m on m.workspace = k.workspace and m.id = k.member
            where k.workspace = ? and k.handle = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)""";

    private static final String USED = """
            select set_config('app.workspace', ?, true);
            update api_key set last_used_on = ? where workspace = ? and id = ?""";

    private final AgroalDataSource database;
    private final Clock clock;

    KeyLookup(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who holds a live key, and what the key may do. */
    record Holder(Member.Identity member, Set<String> permissions) {}

    Optional<Holder> find(Credential key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, key.workspace());
            statement.setString(2, key.workspace());
            statement.setString(3, key.handle());
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            statement.execute();
            statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                if (!row.next() || !MessageDigest.isEqual(row.getBytes(2), key.hash())) {
                    return Optional.empty();
                }
                var role = Role.valueOf(row.getString(6));
                if (role == Role.integration) {
                    noteUse(connection, key.workspace(), row);
                }
                return Optional.of(
                        new Holder(new Member.Identity(key.workspace(), row.getLong(5), role), permissions(role, row)));
            }
        }
    }

    private static Set<String> permissions(Role role, ResultSet row) throws SQLException {
        var scopes = Arrays.asList((String[]) row.getArray(3).getArray());
        if (scopes.isEmpty()) {
            return role.permissions();
        }
        var narrowed = new HashSet<>(role.permissions());
        narrowed.retainAll(scopes);
        return narrowed;
    }

    /** To the day: one write a day and key. */
    private void noteUse(Connection connection, String workspace, ResultSet row) throws SQLException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(row.getObject(4, LocalDate.class))) {
            return;
        }
        try (var statement = connection.prepareStatement(USED)) {
            statement.setString(1, workspace);
            statement.setObject(2, today);
            statement.setString(3, workspace);
            statement.setLong(4, row.getLong(1));
            statement.execute();
        }
    }
}
