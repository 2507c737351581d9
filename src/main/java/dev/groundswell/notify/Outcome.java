package dev.groundswell.notify;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param failure null where the receiver has taken it
 * @param status the receiver's answer; null where there was none
 * @param retryAfter how long it asks to be left alone
 */
record Outcome(
        @Nullable Failure failure,
        @Nullable Integer status,
        @Nullable Duration retryAfter) {

    /** Why an event has not arrived. */
    @Schema(name = "AttemptFailure")
    enum Failure {
        refused_address,
        unknown_host,
        connection,
        tls,
        timeout,
        redirect,
        status,
        gone,
        interrupted,
        unreadable,
        subscription_off
    }

    static Outcome failed(Failure failure) {
        return new Outcome(failure, null, null);
    }

    static Outcome answered(int status, @Nullable Duration retryAfter, Channel channel) {
        if (status / 100 == 2) {
            return new Outcome(null, status, null);
        }
        if (channel.isGone(status)) {
            return new Outcome(Failure.gone, status, null);
        }
        boolean asks = status == 429 || status == 503;
        return new Outcome(status / 100 == 3 ? Failure.redirect : Failure.status, status, asks ? retryAfter : null);
    }

    boolean isDelivered() {
        return failure == null;
    }
}
