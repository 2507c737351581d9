package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a POST once per Idempotency-Key and caller. The key is written in the transaction of the effect, so neither is
 * ever there without the other; a second request waits for the first, for five seconds at most. What is kept is the
 * status and the id of the result, never a body: an answer that is given again is read anew.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private static final String LOCK_TIMEOUT = "55P03";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;
    private final RoutingContext request;

    Idempotency(AgroalDataSource database, ObjectMapper json, Clock clock, Caller caller, RoutingContext request) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
        this.request = request;
    }

    /** What came of a request: its status, the id of what it made (0 for none), and the body to answer with. */
    public record Done<T>(int status, long result, T body) {}

    /**
     * Runs {@code first}, or finds that it has run already: then {@code again} makes the body anew from the id.
     *
     * @param parameters the body of the request, which must be the same for the same key
     */
    public <T> Done<T> once(Object parameters, Supplier<Done<T>> first, LongFunction<T> again) {
        var key = request.request().getHeader(HEADER);
        if (key == null) {
            return first.get();
        }
        if (key.isEmpty() || key.length() > 255) {
            throw ProblemException.invalid("/header/" + HEADER, "must have 1 to 255 characters");
        }
        var principal = caller.seal(
                "idempotency", ByteBuffer.allocate(8).putLong(caller.member()).array());
        var keyHash = Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
        var requestHash = requestHash(parameters);
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection()) {
                if (claim(connection, principal, keyHash, requestHash)) {
                    var done = first.get();
                    settle(connection, principal, keyHash, done);
                    return done;
                }
                return repeat(connection, principal, keyHash, requestHash, again);
            }
        });
    }

    private boolean claim(Connection connection, byte[] principal, byte[] key, byte[] requestHash) throws SQLException {
        try (var statement = connection.prepareStatement("""
                set local lock_timeout = '5s';
                insert into idempotency (workspace, principal, key, request, status, created_at)
                values (?, ?, ?, ?, 0, ?)
                on conflict do nothing""")) {
            statement.setString(1, caller.workspace());
            statement.setBytes(2, principal);
            statement.setBytes(3, key);
            statement.setBytes(4, requestHash);
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount() == 1;
        } catch (SQLException failure) {
            if (LOCK_TIMEOUT.equals(failure.getSQLState())) {
                throw ProblemException.of(ProblemType.still_running);
            }
            throw failure;
        }
    }

    private void settle(Connection connection, byte[] principal, byte[] key, Done<?> done) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update idempotency set status = ?, result = ? where workspace = ? and principal = ? and key = ?")) {
            statement.setInt(1, done.status());
            statement.setLong(2, done.result());
            statement.setString(3, caller.workspace());
            statement.setBytes(4, principal);
            statement.setBytes(5, key);
            statement.executeUpdate();
        }
    }

    private <T> Done<T> repeat(
            Connection connection, byte[] principal, byte[] key, byte[] requestHash, LongFunction<T> again)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select request, status, result from idempotency where workspace = ? and principal = ? and key = ?")) {
            statement.setString(1, caller.workspace());
            statement.setBytes(2, principal);
            statement.setBytes(3, key);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.of(ProblemType.still_running);
                }
                if (!MessageDigest.isEqual(row.getBytes(1), requestHash)) {
                    throw ProblemException.of(ProblemType.key_reused);
                }
                request.response().putHeader("Idempotency-Replayed", "true");
                return new Done<>(row.getInt(2), row.getLong(3), again.apply(row.getLong(3)));
            }
        }
    }

    private byte[] requestHash(@Nullable Object parameters) {
        try {
            var target = request.request().method() + " " + request.request().path() + "\n";
            return Digests.sha256((target + json.writeValueAsString(parameters)).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
