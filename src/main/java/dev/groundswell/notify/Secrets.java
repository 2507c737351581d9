package dev.groundswell.notify;

import dev.groundswell.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** Scheme and host: the rest may let somebody post. */
    String masked(Subscription subscription) {
        var url = URI.create(url(subscription));
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
            secrets.add(new SigningSecret(vault.unlock(SECRET, subscription.formerSecret)));
        }
        return secrets;
    }
}
