package dev.groundswell.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Takes a browser's session, where the request brings no {@code Authorization} of its own. What changes something has to
 * come from a page of ours: the browser itself says so in {@code Sec-Fetch-Site}, and the page in {@code Groundswell-Page},
 * a header that no form and no foreign page can send.
 */
@ApplicationScoped
class SessionAuthentication implements HttpAuthenticationMechanism {

    static final String PAGE = "Groundswell-Page";

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final KeyAuthentication keys;

    SessionAuthentication(KeyAuthentication keys) {
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var cookie = request.request().getCookie(SessionCookie.NAME);
        if (cookie == null || request.request().getHeader("Authorization") != null) {
            return Uni.createFrom().nullItem();
        }
        if (!HARMLESS.contains(request.request().method()) && !comesFromAPage(request.request())) {
            return Uni.createFrom().failure(new ForbiddenException());
        }
        return keys.authenticate(
                cookie.getValue(), Credential.Kind.session, Guesses.address(request.request()), identities);
    }

    private static boolean comesFromAPage(HttpServerRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site")) && request.getHeader(PAGE) != null;
    }

    @Override
    public int getPriority() {
        // before OpenID Connect, which would see neither
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 999;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyAuthentication.KeyRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SessionCookie.NAME));
    }
}
