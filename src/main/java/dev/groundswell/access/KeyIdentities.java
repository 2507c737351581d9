package dev.groundswell.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/** Turns a key, or a session made with one, into an identity with permissions. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyAuthentication.KeyRequest> {

    private final KeyLookup keys;

    KeyIdentities(KeyLookup keys) {
        this.keys = keys;
    }

    @Override
    public Class<KeyAuthentication.KeyRequest> getRequestType() {
        return KeyAuthentication.KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            KeyAuthentication.KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            try {
                return keys.find(request.key())
                        .map(holder -> identity(holder.member(), holder.permissions(), holder.entry()))
                        .orElseThrow(AuthenticationFailedException::new);
            } catch (SQLException unavailable) {
                throw new IllegalStateException(unavailable);
            }
        });
    }

    /** The principal has no name on purpose: it would end up in logs. */
    static SecurityIdentity identity(Member.Identity member, Set<String> permissions, Entry entry) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("member"))
                .addAttribute(Member.ATTRIBUTE, member)
                .addAttribute(Entry.ATTRIBUTE, entry);
        permissions.forEach(identity::addPermissionAsString);
        return identity.build();
    }
}
