package dev.groundswell.notify;

import dev.groundswell.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses and signing secrets of subscriptions, in and out of the vault. */
@ApplicationScoped
class Secrets {

    private static final String URL = "subscription.url";
    private static final String SECRET = "subscription.secret";

    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    byte[] lock(URI url) {
        return vault.lock(URL, url.toString().getBytes(StandardCharsets.UTF_8));
    }

    byte[] lock(SigningSecret secret) {
        return vault.lock(SECRET, secret.key());
    }

    String url(Subscription subscription) {
        return new String(vault.unlock(URL, subscription.url), StandardCharsets.UTF_8);
    }

    /** Scheme and host: the rest may let somebody post. Null where the service's secret is another one by now. */
    @Nullable
    String masked(Subscription subscription) {
        URI url;
        try {
            url = URI.create(url(subscription));
        } catch (IllegalStateException otherSecret) {
            return null;
        }
        return url.getScheme() + "://" + url.getHost();
    }

    /** What signs now, the newest first; none where nothing is signed. */
    List<SigningSecret> signing(Subscription subscription, Instant now) {
        var secrets = new ArrayList<SigningSecret>();
        if (subscription.secret != null) {
            secrets.add(new SigningSecret(vault.unlock(SECRET, subscription.secret)));
        }
        if (subscription.formerSecret != null
                && subscription.formerUntil != null
                && now.isBefore(subscription.formerUntil)) {
            addReadable(subscription.formerSecret, secrets);
        }
        return secrets;
    }

    /** A former secret that is lost must not keep the new one from signing. */
    private void addReadable(byte[] formerSecret, List<SigningSecret> secrets) {
        try {
            secrets.add(new SigningSecret(vault.unlock(SECRET, formerSecret)));
        } catch (IllegalStateException otherSecret) {
            // whoever has it verifies by the new one from now on
        }
    }
}
