package dev.groundswell.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes {@code Authorization: Bearer gsw_...}; any other bearer token is left to OpenID Connect. */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";

    private final AccessConfig config;

    KeyAuthentication(AccessConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        var token = header.substring(BEARER.length()).trim();
        if (!token.startsWith("gsw_")) {
            return Uni.createFrom().nullItem();
        }
        return Credential.parse(token)
                .filter(key -> key.kind() == Credential.Kind.key && key.env().equals(config.keyEnv()))
                .map(key -> identities.authenticate(new KeyRequest(key)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    @Override
    public int getPriority() {
        // before OpenID Connect, which would take our keys for broken tokens
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    /** A key whose shape and checksum are right. */
    static final class KeyRequest extends BaseAuthenticationRequest {

        private final Credential key;

        KeyRequest(Credential key) {
            this.key = key;
        }

        Credential key() {
            return key;
        }
    }
}
