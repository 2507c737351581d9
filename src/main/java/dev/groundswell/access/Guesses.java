package dev.groundswell.access;

import inet.ipaddr.IPAddressString;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * How often an address may come with a key, session or invite code that is not valid, in this copy of the service. Then
 * whatever it brings is refused without a look into the database, save what was valid here a while ago: many people may share an address.
 */
@Startup
@ApplicationScoped
class Guesses {

    /** As many as a provider gives to one customer. */
    private static final int NETWORK_6 = 64;

    private final Allowance<String> wrong;

    Guesses(LimitsConfig config) {
        this.wrong = new Allowance<>(
                config.guesses(), "Too many keys and codes that are not valid have come from this address");
    }

    /** Refuses with 429 an address that has guessed too often. */
    void refuseWhoGuesses(String address) {
        wrong.require(address);
    }

    /** Counts one that was wrong; refuses it with 429 where it is one too many. */
    void count(String address) {
        wrong.take(address);
    }

    /** Where a request comes from; of IPv6 the network, within which addresses cost nothing. */
    static String address(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null ? "" : network(remote.hostAddress());
    }

    private static String network(@Nullable String host) {
        var address = host == null ? null : new IPAddressString(host).getAddress();
        if (address == null) {
            return "";
        }
        return address.isIPv6()
                ? address.withoutPrefixLength().toPrefixBlock(NETWORK_6).toNormalizedString()
                : address.toNormalizedString();
    }
}
