package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
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
    private final Guesses guesses;

    KeyAuthentication(AccessConfig config, Guesses guesses) {
        this.config = config;
        this.guesses = guesses;
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
        return authenticate(token, Credential.Kind.key, Guesses.address(request.request()), identities);
    }

    /** Refuses what is no credential of this kind before the database is asked. */
    Uni<SecurityIdentity> authenticate(
            String text, Credential.Kind kind, String address, IdentityProviderManager identities) {
        return Credential.parse(text)
                .filter(credential ->
                        credential.kind() == kind && credential.env().equals(config.keyEnv()))
                .map(credential -> identities.authenticate(new KeyRequest(credential, address)))
                .orElseGet(() -> Uni.createFrom().failure(malformed(address)));
    }

    private RuntimeException malformed(String address) {
        try {
            guesses.count(address);
            return new AuthenticationFailedException();
        } catch (ProblemException tooMany) {
            return tooMany;
        }
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
        private final String address;

        KeyRequest(Credential key, String address) {
            this.key = key;
            this.address = address;
        }

        Credential key() {
            return key;
        }

        /** Where it came from. */
        String address() {
            return address;
        }
    }
}
