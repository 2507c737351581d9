package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
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
    private final Principals principals;
    private final RoutingContext request;

    Idempotency(
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            Caller caller,
            Principals principals,
            RoutingContext request) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
        this.principals = principals;
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
        var key = key();
        return key == null
                ? first.get()
                : once(
                        new Claim(
                                principals.open(caller.member()),
                                Digests.sha256(key.getBytes(StandardCharsets.UTF_8)),
                                Digests.sha256(request(parameters)),
                                clock.instant()),
                        first,
                        again);
    }

    /**
     * The same for what is said in confidence. What is kept leads neither to what was said nor to when: every hash is keyed
     * and meets no other, the time is the end of the week, and the result has no id.
     *
     * @param again the body of the answer, which is the same for everything that was said
     */
    public <T> Done<T> onceInConfidence(Object parameters, Supplier<T> first, Supplier<T> again) {
        var key = key();
        if (key == null) {
            return new Done<>(201, 0, first.get());
        }
        var week = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return once(
                new Claim(
                        principals.confident(caller.member()),
                        caller.seal("idempotency.key", key.getBytes(StandardCharsets.UTF_8)),
                        caller.seal("idempotency.request", request(parameters)),
                        week.atStartOfDay(ZoneOffset.UTC).toInstant()),
                () -> new Done<>(201, 0, first.get()),
                none -> again.get());
    }

    /** What is kept of a request. */
    @SuppressWarnings("ArrayRecordComponent") // two claims are compared by the database alone
    private record Claim(byte[] principal, byte[] key, byte[] request, Instant at) {}

    private @Nullable String key() {
        var key = request.request().getHeader(HEADER);
        if (key != null && (key.isEmpty() || key.length() > 255)) {
            throw ProblemException.invalid("/header/" + HEADER, "must have 1 to 255 characters");
        }
        return key;
    }

    private <T> Done<T> once(Claim claim, Supplier<Done<T>> first, LongFunction<T> again) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection()) {
                if (isFirst(connection, claim)) {
                    var done = first.get();
                    settle(connection, claim, done);
                    return done;
                }
                return repeat(connection, claim, again);
            }
        });
    }

    private boolean isFirst(Connection connection, Claim claim) throws SQLException {
        try (var statement = connection.prepareStatement("""
                set local lock_timeout = '5s';
                insert into idempotency (workspace, principal, key, request, status, created_at)
                values (?, ?, ?, ?, 0, ?)
                on conflict do nothing""")) {
            statement.setString(1, caller.workspace());
            statement.setBytes(2, claim.principal());
            statement.setBytes(3, claim.key());
            statement.setBytes(4, claim.request());
            statement.setObject(5, claim.at().atOffset(ZoneOffset.UTC));
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

    private void settle(Connection connection, Claim claim, Done<?> done) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update idempotency set status = ?, result = ? where workspace = ? and principal = ? and key = ?")) {
            statement.setInt(1, done.status());
            statement.setLong(2, done.result());
            statement.setString(3, caller.workspace());
            statement.setBytes(4, claim.principal());
            statement.setBytes(5, claim.key());
            statement.executeUpdate();
        }
    }

    private <T> Done<T> repeat(Connection connection, Claim claim, LongFunction<T> again) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select request, status, result from idempotency where workspace = ? and principal = ? and key = ?")) {
            statement.setString(1, caller.workspace());
            statement.setBytes(2, claim.principal());
            statement.setBytes(3, claim.key());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.of(ProblemType.still_running);
                }
                if (!MessageDigest.isEqual(row.getBytes(1), claim.request())) {
                    throw ProblemException.of(ProblemType.key_reused);
                }
                request.response().putHeader("Idempotency-Replayed", "true");
                return new Done<>(row.getInt(2), row.getLong(3), again.apply(row.getLong(3)));
            }
        }
    }

    private byte[] request(@Nullable Object parameters) {
        try {
            var target = request.request().method() + " " + request.request().path() + "\n";
            return (target + json.writeValueAsString(parameters)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
