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

    @Schema(
            name = "AttemptFailure",
            description =
                    "Why an event has not arrived. `refused_address`: the host has an address that is not public; `unknown_host`: it "
                            + "has none; `connection`, `tls`, `timeout`: it was not reached, could not prove who it is, or was too slow; "
                            + "`redirect`: it answered 3xx, which is not followed; `status`: it answered neither 2xx nor 3xx; `gone`: it "
                            + "answered that it is no more; `interrupted`: the service was stopped during the last attempt; `unreadable`: the service's "
                            + "secret has changed; `subscription_off`: the subscription was turned off first")
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
