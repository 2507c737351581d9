package dev.groundswell;

import dev.groundswell.embedded.Refusal;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/** What an operator with a database of their own has to set; an unsafe setting is refused by name. */
final class OwnDatabase {

    private static final String APP = "quarkus.datasource.username";
    private static final String WORKER = "quarkus.datasource.worker.username";
    private static final String OWNER = "quarkus.flyway.username";
    private static final String SECRET = "groundswell.secret";
    private static final String CLOCK = "groundswell.clock";
    private static final String PRIVATE = "groundswell.outgoing.allow-private";
    private static final String PUBLIC_URL = "groundswell.public-url";
    private static final String OIDC = "quarkus.oidc.tenant-enabled";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final int SHORTEST_SECRET = 32;

    /** Of 32 random hexadecimal digits fewer are different once in ten million. */
    private static final int FEWEST_CHARACTERS = 8;

    /** Somebody meant to fill it in later. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i).*(change.?me|example|password|placeholder|replace|0123456789|abcdefgh).*");

    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d+){3}|\\[?::1]?");

    private OwnDatabase() {}

    static void check(SmallRyeConfig config) {
        if (!text(config, CLOCK).isEmpty()) {
            throw new Refusal(
                    CLOCK + " is set together with a JDBC URL. The time can be set with the embedded database only: "
                            + "remove " + CLOCK + ".");
        }
        var app = demanded(config, APP, "the role that the service works as; it owns nothing");
        var worker = demanded(config, WORKER, "the role that finds work; it reads which workspaces have some");
        var owner = demanded(config, OWNER, "the role that owns and migrates the schema");
        if (app.equals(owner)) {
            throw new Refusal(
                    APP + " is the same role as " + OWNER
                            + ". Who owns tables can switch row-level security off: give the service a role that owns nothing.");
        }
        if (worker.equals(app) || worker.equals(owner)) {
            throw new Refusal(WORKER + " is the same role as " + (worker.equals(app) ? APP : OWNER)
                    + ". Give the worker a role of its own.");
        }
        checkSecret(text(config, SECRET));
        if (Boolean.parseBoolean(text(config, PRIVATE))) {
            throw new Refusal(
                    PRIVATE + " is set together with a JDBC URL. Whoever administers a workspace could have the "
                            + "service call what only it can reach: it is for trying things out, with the embedded database.");
        }
        checkUrl(config, PUBLIC_URL, "what CRMs send, and the pages, would pass the net in the clear");
        if (Boolean.parseBoolean(text(config, FORWARDING))
                && text(config, TRUSTED).isEmpty()) {
            throw new Refusal(FORWARDING + " is on without " + TRUSTED
                    + ": anybody could claim to come from anywhere. Name the addresses of your proxies.");
        }
        if (Boolean.parseBoolean(text(config, OIDC))) {
            demanded(
                    config,
                    AUDIENCE,
                    "the name of this service at your provider, or its tokens for others would be taken");
            checkUrl(config, PROVIDER, "whoever is in between could make the keys that prove tokens");
        }
    }

    private static void checkSecret(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new Refusal(SECRET + " has to be set to " + SHORTEST_SECRET
                    + " random characters or more: pseudonyms and cursors are made with it.");
        }
        if (secret.chars().distinct().count() < FEWEST_CHARACTERS
                || PLACEHOLDER.matcher(secret).matches()) {
            throw new Refusal(
                    SECRET + " is not random: make one with  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \\n'");
        }
    }

    private static void checkUrl(SmallRyeConfig config, String name, String why) {
        var url = config.getOptionalValue(name, URI.class);
        if (url.isPresent()
                && !"https".equalsIgnoreCase(url.get().getScheme())
                && !LOOPBACK.matcher(Objects.requireNonNullElse(url.get().getHost(), ""))
                        .matches()) {
            throw new Refusal(name + " must begin with https://, or " + why + ".");
        }
    }

    private static String demanded(SmallRyeConfig config, String name, String meaning) {
        var value = text(config, name);
        if (value.isEmpty()) {
            throw new Refusal(name + " has to be set: " + meaning + ".");
        }
        return value;
    }

    private static String text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
