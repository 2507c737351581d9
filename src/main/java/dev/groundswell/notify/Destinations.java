package dev.groundswell.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something may be sent. Nobody outside gets the service to call what only the service can reach: a host is a name,
 * every address that it has is public, and what is connected to is one of the addresses that were looked at.
 */
@ApplicationScoped
class Destinations {

    private static final Set<Integer> PORTS = Set.of(443, 8443);

    /** A name whose last label begins with a letter: no number in disguise is one. */
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z][A-Za-z0-9-]{0,62}");

    private final OutgoingConfig config;
    private final Names names;

    Destinations(OutgoingConfig config, Names names) {
        this.config = config;
        this.names = names;
    }

    /** An address that may not be sent to; the message says why, to go on after the name of a field. */
    static final class RefusedException extends Exception {

        RefusedException(String why) {
            super(why);
        }
    }

    /** A URL, and the one address of its host that is connected to. */
    record Destination(URI url, InetAddress address) {

        boolean isSecure() {
            return "https".equals(url.getScheme());
        }

        int port() {
            return portOf(url);
        }

        String host() {
            return url.getHost().replaceAll("[\\[\\]]", "");
        }

        /** Path and query. */
        String target() {
            var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        }
    }

    /** What can be said without asking for any address. */
    URI read(String text) throws RefusedException {
        var url = parse(text);
        if (url == null || url.getHost() == null || url.getScheme() == null || url.isOpaque()) {
            throw new RefusedException("is not a URL");
        }
        boolean insecure = "http".equals(url.getScheme()) && config.allowPrivate();
        if (!"https".equals(url.getScheme()) && !insecure) {
            throw new RefusedException("must begin with https://");
        }
        if (url.getRawUserInfo() != null) {
            throw new RefusedException("must hold no user name or password");
        }
        if (url.getRawFragment() != null) {
            throw new RefusedException("must have no fragment");
        }
        if (!config.allowPrivate()) {
            if (!NAME.matcher(url.getHost()).matches()) {
                throw new RefusedException("must name its host; an address in numbers is refused");
            }
            if (!PORTS.contains(portOf(url))) {
                throw new RefusedException("must use port 443 or 8443");
            }
        }
        return url;
    }

    /**
     * Where to connect to now.
     *
     * @param turn counts attempts: each tries the next of several addresses
     */
    Destination resolve(URI url, int turn) throws RefusedException, UnknownHostException {
        var found = names.of(url.getHost().replaceAll("[\\[\\]]", ""));
        if (found.isEmpty()) {
            throw new UnknownHostException();
        }
        if (!config.allowPrivate() && !found.stream().allMatch(PublicAddresses::contain)) {
            throw new RefusedException("leads to an address that is not public");
        }
        return new Destination(url, found.get(Math.floorMod(turn, found.size())));
    }

    /** Before a URL is kept: reads it, and looks at where it leads today. */
    URI check(String text) throws RefusedException {
        var url = read(text);
        if (!config.allowPrivate()) {
            try {
                resolve(url, 0);
            } catch (UnknownHostException unknown) {
                throw new RefusedException("has a host that cannot be found");
            }
        }
        return url;
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    private static int portOf(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }
}
