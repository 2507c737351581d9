package dev.groundswell.crm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The URLs that CRMs call, as they call them. */
@ApplicationScoped
class HookUrls {

    private final CrmConfig config;
    private final int port;

    HookUrls(CrmConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.config = config;
        this.port = port;
    }

    String of(String token) {
        var base = config.publicUrl().map(Object::toString).orElse("http://localhost:" + port);
        return base.replaceFirst("/+$", "") + "/v1/hooks/" + token;
    }

    /** With the query as it came, and by the URL that the connection names, where something in between changes it. */
    String asCalled(@Nullable String calledUrl, String token, @Nullable String rawQuery) {
        var url = Optional.ofNullable(calledUrl).orElseGet(() -> of(token));
        return rawQuery == null ? url : url + "?" + rawQuery;
    }
}
