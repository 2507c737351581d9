package dev.groundswell.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives a token of an OpenID Connect provider the permissions of the role that it names, in the workspace that it names.
 * Somebody seen for the first time becomes a member, known by a keyed hash of the token's subject.
 */
@ApplicationScoped
class TokenIdentities implements SecurityIdentityAugmentor {

    private final AccessConfig config;
    private final TokenMembers members;
    private final Quota quota;

    TokenIdentities(AccessConfig config, TokenMembers members, Quota quota) {
        this.config = config;
        this.members = members;
        this.quota = quota;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            var workspace = Optional.ofNullable(
                            token.<Object>getClaim(config.oidc().workspaceClaim()))
                    .map(Object::toString)
                    .filter(claim -> claim.matches("[a-z0-9]{8}"))
                    .orElseThrow(AuthenticationFailedException::new);
            var role = role(identity).orElseThrow(AuthenticationFailedException::new);
            var subject = Optional.ofNullable(token.getSubject()).orElseThrow(AuthenticationFailedException::new);
            var member = members.findOrJoin(workspace, role, subject);
            quota.take(member);
            var entry = new Entry(null, Instant.ofEpochSecond(token.getExpirationTime()));
            return KeyIdentities.identity(member, role.permissions(), entry);
        });
    }

    /** The role with the most to say, where the token names several. */
    private Optional<Role> role(SecurityIdentity identity) {
        var prefix = config.oidc().rolePrefix();
        return Arrays.stream(new Role[] {Role.admin, Role.leader, Role.rep, Role.integration})
                .filter(role -> identity.getRoles().contains(prefix + role))
                .findFirst();
    }
}
