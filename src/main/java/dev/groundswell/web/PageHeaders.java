package dev.groundswell.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Fences in whatever a browser is given: scripts, styles and calls of this host alone, no frames, no guessing of types, no
 * address told to others. The API explorer under {@code /q} has scripts of its own in its page and is left alone.
 */
@ApplicationScoped
class PageHeaders {

    private static final int FIRST = 2_000;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What is said in confidence, and what opens doors, is written to no disk of a browser. */
    private static final Pattern CONFIDENTIAL = Pattern.compile(
            "/v1/(field_reports|concerns|questions|me|keys|invites|session|subscriptions|members|erasures)\\b");

    void add(@Observes Filters filters) {
        filters.register(
                request -> {
                    var path = request.request().path();
                    addAlways(request.response().headers());
                    if (path == null || !path.startsWith("/q/")) {
                        add(request.response().headers());
                    }
                    if (path != null && path.startsWith("/v1/")) {
                        request.addHeadersEndHandler(
                                sent -> keepFromCaches(path, request.response().headers()));
                    } else if (path != null && !path.startsWith("/_static/")) {
                        // asked for anew each time, and answered with 304: pages and service are of one version
                        request.response().headers().set("Cache-Control", "no-cache");
                    }
                    request.next();
                },
                FIRST);
    }

    private static void addAlways(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        // Browsers heed it over https alone.
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    /** Unless the answer has said so itself. */
    private static void keepFromCaches(String path, MultiMap headers) {
        if (!headers.contains("Cache-Control")) {
            boolean confidential = CONFIDENTIAL.matcher(path).lookingAt();
            headers.set("Cache-Control", confidential ? "no-store" : "private, no-cache");
        }
    }

    private static void add(MultiMap headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
}
