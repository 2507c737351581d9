package dev.groundswell.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown to answer with a problem. A {@link WebApplicationException}, because parameter converters may throw nothing
 * else without being taken for a 404.
 */
public final class ProblemException extends WebApplicationException {

    private final transient Problem problem;

    /** When to come again where the service cannot answer, in seconds. */
    private static final long SOON = 5;

    private ProblemException(ProblemType type, @Nullable String detail, List<Problem.Place> errors) {
        this(Problem.of(type, detail, errors), type, SOON);
    }

    private ProblemException(Problem problem, ProblemType type, long seconds) {
        super(problem.detail(), response(type, problem, seconds));
        this.problem = problem;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of());
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, null, List.of());
    }

    public static ProblemException of(ProblemType type, List<Problem.Place> errors) {
        return new ProblemException(type, null, errors);
    }

    /** One place is wrong. */
    public static ProblemException at(String pointer, ProblemType type, String detail) {
        return new ProblemException(type, null, List.of(new Problem.Place(pointer, detail)));
    }

    /**
     * One request too many.
     *
     * @param wait after which there is room for another
     */
    public static ProblemException tooMany(String detail, Duration wait) {
        var type = ProblemType.too_many_requests;
        return new ProblemException(
                Problem.of(type, detail, List.of()),
                type,
                Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    /** What a request that is repeated had made, and somebody has deleted since. */
    public static ProblemException madeAndGone() {
        return of(ProblemType.conflict, "What the first request had made is gone");
    }

    /** Readable, but wrong at this place. */
    public static ProblemException invalid(String pointer, String detail) {
        return at(pointer, ProblemType.invalid, detail);
    }

    /** Nothing here: also said of what belongs to another workspace. */
    public static ProblemException notFound() {
        return of(ProblemType.not_found);
    }

    public Problem problem() {
        return problem;
    }

    private static Response response(ProblemType type, Problem problem, long seconds) {
        var response = Response.status(type.status())
                .entity(problem)
                .type(MediaTypes.PROBLEM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (type == ProblemType.unauthenticated) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == ProblemType.unavailable || type == ProblemType.too_many_requests) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }
}
