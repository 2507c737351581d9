package dev.groundswell.testsupport;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Fails before Jakarta REST sees a request, as nothing of the service is known to. */
@ApplicationScoped
public class FailingRoute {

    /** With whatever follows. */
    public static final String PATH = "/fails/";

    void fail(@Observes Router router) {
        router.route(PATH + "*").handler(request -> {
            throw new IllegalStateException(request.request().uri());
        });
    }
}
