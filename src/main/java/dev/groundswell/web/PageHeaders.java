package dev.groundswell.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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

    void add(@Observes Filters filters) {
        filters.register(
                request -> {
                    var path = request.request().path();
                    if (path == null || !path.startsWith("/q/")) {
                        add(request.response().headers());
                    }
                    if (path != null && !path.startsWith("/v1/") && !path.startsWith("/_static/")) {
                        // asked for anew each time, and answered with 304: pages and service are of one version
                        request.response().headers().set("Cache-Control", "no-cache");
                    }
                    request.next();
                },
                FIRST);
    }

    private static void add(MultiMap headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
}
