package dev.groundswell.http;

import io.quarkus.logging.Log;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What the database refuses, or is not there to answer. */
public class StorageProblems {

    /** SQLSTATE classes that say "not now": connection failures, out of resources, operator intervention, the system's errors. */
    private static final Set<String> NOT_NOW = Set.of("08", "53", "57", "58");

    /** A statement that took too long: another one might not. */
    private static final String TOO_LONG = "57014";

    /** Two writers met; the one that lost may simply try again. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");

    /** Unique and foreign keys. */
    private static final Set<String> CONFLICTS = Set.of("23505", "23503");

    @ServerExceptionMapper
    Response lostUpdate(OptimisticLockException conflict) {
        return ProblemException.of(ProblemType.edited_meanwhile).getResponse();
    }

    static boolean saysUnavailable(Throwable failure) {
        return said(failure).anyMatch(sql -> isAway(sql) || TRY_AGAIN.contains(String.valueOf(sql.getSQLState())));
    }

    /** True where the database is away, or has no room: whatever is tried now fails, and none of it is to blame. */
    public static boolean isAway(Throwable failure) {
        return said(failure).anyMatch(sql -> isAway(sql) && !TOO_LONG.equals(sql.getSQLState()));
    }

    private static boolean isAway(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            // the pool speaks without a state: no connection to be had in time
            return failure.getClass().getPackageName().startsWith("io.agroal")
                    || String.valueOf(failure.getMessage()).contains("Acquisition timeout");
        }
        return state.length() == 5 && NOT_NOW.contains(state.substring(0, 2));
    }

    /** Two made the same at once, or one took away what the other was about to use. */
    static boolean saysConflict(Throwable failure) {
        return said(failure).anyMatch(sql -> CONFLICTS.contains(String.valueOf(sql.getSQLState())));
    }

    /** What the database said. Where a commit fails, the transaction manager only adds it to what it throws. */
    private static Stream<SQLException> said(@Nullable Throwable failure) {
        if (failure == null) {
            return Stream.empty();
        }
        var own = failure instanceof SQLException sql ? Stream.of(sql) : Stream.<SQLException>empty();
        var added = Arrays.stream(failure.getSuppressed()).flatMap(StorageProblems::said);
        return Stream.of(own, said(failure.getCause()), added).flatMap(each -> each);
    }

    static ProblemException unavailable(Throwable failure) {
        Log.warnf("The database cannot answer: %s", failure.getClass().getName());
        return ProblemException.of(ProblemType.unavailable);
    }
}
