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
import java.util.Optional;
import java.util.Set;

/** Turns a key, or a session made with one, into an identity with permissions. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyAuthentication.KeyRequest> {

    private final KeyLookup keys;
    private final Quota quota;
    private final Guesses guesses;

    KeyIdentities(KeyLookup keys, Quota quota, Guesses guesses) {
        this.keys = keys;
        this.quota = quota;
        this.guesses = guesses;
    }

    @Override
    public Class<KeyAuthentication.KeyRequest> getRequestType() {
        return KeyAuthentication.KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            KeyAuthentication.KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            var holder = holder(request.key(), request.address());
            return identity(holder.member(), holder.permissions(), holder.entry());
        });
    }

    private KeyLookup.Holder holder(Credential key, String address) {
        var known = quota.knows(key);
        known.ifPresentOrElse(quota::take, () -> guesses.refuseWhoGuesses(address));
        var found = find(key);
        if (found.isEmpty()) {
            quota.forget(key);
            guesses.count(address);
            throw new AuthenticationFailedException();
        }
        if (known.isEmpty()) {
            quota.remember(key, found.get().member());
            quota.take(found.get().member());
        }
        return found.get();
    }

    private Optional<KeyLookup.Holder> find(Credential key) {
        try {
            return keys.find(key);
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
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
