package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the member behind a key or a session, in one trip: the claimed workspace is set and the key looked up under row-level
 * security, in one implicit transaction; the hash then proves the claim. Nothing is cached, so a revoked key is refused
 * at once by every copy of the service.
 */
@ApplicationScoped
class KeyLookup {

    private static final String FIND = """
            select set_config('app.workspace', ?, true);
            select k.id, k.hash, k.scopes, k.last_used_on, m.id, m.role, k.expires_at
            from api_key k join member m on m.workspace = k.workspace and m.id = k.member
            where k.workspace = ? and k.handle = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)""";

    /** With what the key may do that it was made with; without one, with all that the role may. */
    private static final String FIND_SESSION = """
            select set_config('app.workspace', ?, true);
            select k.id, s.hash, coalesce(k.scopes, '{}'), k.last_used_on, m.id, m.role, s.expires_at
            from session s join member m on m.workspace = s.workspace and m.id = s.member
            left join api_key k on k.workspace = s.workspace and k.id = s.api_key
            where s.workspace = ? and s.handle = ? and s.expires_at > ?
              and (s.api_key is null or k.revoked_at is null and (k.expires_at is null or k.expires_at > ?))""";

    private static final String USED = """
            select set_config('app.workspace', ?, true);
            update api_key set last_used_on = ? where workspace = ? and id = ?""";

    private final OneTrip trip;
    private final Clock clock;

    KeyLookup(OneTrip trip, Clock clock) {
        this.trip = trip;
        this.clock = clock;
    }

    /** Who holds a live key, and what the key may do. */
    record Holder(Member.Identity member, Set<String> permissions, Entry entry) {}

    /** The row behind a handle, before its hash has proved anything. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    private record Row(
            @Nullable Long id,
            byte[] hash,
            Set<String> scopes,
            @Nullable LocalDate lastUsedOn,
            long member,
            Role role,
            @Nullable Instant until) {

        static Row of(ResultSet row) throws SQLException {
            var until = row.getObject(7, OffsetDateTime.class);
            return new Row(
                    row.getObject(1, Long.class),
                    row.getBytes(2),
                    Set.copyOf(Arrays.asList((String[]) row.getArray(3).getArray())),
                    row.getObject(4, LocalDate.class),
                    row.getLong(5),
                    Role.valueOf(row.getString(6)),
                    until == null ? null : until.toInstant());
        }
    }

    Optional<Holder> find(Credential key) throws SQLException {
        var proved = row(key).filter(row -> MessageDigest.isEqual(row.hash(), key.hash()));
        if (proved.isPresent() && proved.get().role() == Role.integration) {
            noteUse(key.workspace(), proved.get());
        }
        return proved.map(row -> new Holder(
                new Member.Identity(key.workspace(), row.member(), row.role()),
                permissions(row),
                new Entry(row.id(), row.until())));
    }

    private Optional<Row> row(Credential key) throws SQLException {
        boolean session = key.kind() == Credential.Kind.session;
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return trip.ask(
                key.workspace(),
                session ? FIND_SESSION : FIND,
                statement -> {
                    statement.setString(2, key.workspace());
                    statement.setString(3, key.handle());
                    statement.setObject(4, now);
                    if (session) {
                        statement.setObject(5, now);
                    }
                },
                statement -> {
                    try (var found = statement.getResultSet()) {
                        return found.next() ? Optional.of(Row.of(found)) : Optional.empty();
                    }
                });
    }

    private static Set<String> permissions(Row row) {
        if (row.scopes().isEmpty()) {
            return row.role().permissions();
        }
        var narrowed = new HashSet<>(row.role().permissions());
        narrowed.retainAll(row.scopes());
        return narrowed;
    }

    /** To the day: one write a day and key. */
    private void noteUse(String workspace, Row row) throws SQLException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(row.lastUsedOn())) {
            return;
        }
        trip.update(workspace, USED, statement -> {
            statement.setObject(2, today);
            statement.setString(3, workspace);
            statement.setLong(4, Objects.requireNonNull(row.id()));
        });
    }
}
