package dev.groundswell.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework refuses before an endpoint is reached, and what nobody foresaw. */
public class RoutingProblems {

    /** How the framework says that a body, whose length nobody told, goes on and on; it has answered already. */
    private static final String TOO_LARGE = "Request too large";

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return refusal.getResponse();
    }

    /** 404, 405, 406, 415 and the like: their status holds, their body (none, or HTML) does not. */
    @ServerExceptionMapper
    Response framework(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JacksonException unreadable) {
            return ReadingProblems.of(unreadable).getResponse();
        }
        var type = ProblemType.ofStatus(refusal.getResponse().getStatus());
        if (type == ProblemType.internal) {
            return unforeseen(refusal);
        }
        return ProblemException.of(type).getResponse();
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        ForbiddenException.class
    })
    Response unproved(SecurityException refusal) {
        return of(refusal).getResponse();
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure) {
        return of(failure).getResponse();
    }

    /** The problem behind whatever was thrown; what nobody foresaw is logged. */
    public static ProblemException of(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal;
        }
        if (failure instanceof ConstraintViolationException violated) {
            return ReadingProblems.of(violated.getConstraintViolations());
        }
        if (failure instanceof ForbiddenException) {
            return ProblemException.of(ProblemType.forbidden);
        }
        if (failure instanceof SecurityException) {
            return ProblemException.of(ProblemType.unauthenticated);
        }
        if (StorageProblems.saysUnavailable(failure)) {
            return StorageProblems.unavailable(failure);
        }
        if (StorageProblems.saysConflict(failure)) {
            return ProblemException.of(ProblemType.conflict, "Somebody else was faster; look again");
        }
        var cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof IOException && TOO_LARGE.equals(cause.getMessage())) {
            return ProblemException.of(ProblemType.too_large);
        }
        if (cause instanceof IOException && isTheSenders(cause)) {
            // nobody is there to be answered
            return ProblemException.of(ProblemType.too_slow);
        }
        Log.error("A request failed in a way that nobody foresaw", failure);
        return ProblemException.of(ProblemType.internal);
    }

    /** The sender of a file pauses for too long, or is gone. */
    private static boolean isTheSenders(Throwable failure) {
        var cause = failure.getCause();
        return "Read timed out".equals(failure.getMessage())
                || cause instanceof HttpClosedException
                || cause instanceof StreamResetException
                || cause instanceof ClosedChannelException
                || (cause instanceof IOException && isTheSenders(cause));
    }
}
