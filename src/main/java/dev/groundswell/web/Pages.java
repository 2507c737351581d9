package dev.groundswell.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Where the pages are found: {@code /} for leaders and admins, {@code /say} for reps. */
@ApplicationScoped
class Pages {

    /** Before the files themselves are looked for. */
    private static final int FIRST = -1;

    void route(@Observes Router router) {
        router.route("/say")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(FIRST)
                .handler(request -> request.reroute("/say.html"));
    }
}
