package dev.groundswell.crm.hubspot;

import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.proof.Keys;
import dev.groundswell.http.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HubSpot signs in three ways, and often in two at once. Where the third is there it is the only one that counts: the
 * first two hold no time, so that an old request could be sent again under them.
 */
public final class HubSpotSignature {

    /** The version of a signature that held; 0 where none did. */
    public static final int NONE = 0;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** HubSpot decodes these before it signs, and leaves every other escape. */
    private static final Pattern DECODED =
            Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

    private HubSpotSignature() {}

    /** The version of the signature that holds. */
    public static int versionThatHolds(HookRequest request, String secret) {
        if (request.header("x-hubspot-signature-v3") != null) {
            return third(request, secret) ? 3 : NONE;
        }
        var given = request.header("x-hubspot-signature");
        if (given == null) {
            return NONE;
        }
        var version = request.header("x-hubspot-signature-version");
        if (version == null || version.equals("v1")) {
            return matches(given, secret, "", request) ? 1 : NONE;
        }
        return version.equals("v2") && matches(given, secret, request.method() + request.url(), request) ? 2 : NONE;
    }

    private static boolean matches(String given, String secret, String before, HookRequest request) {
        var hash = Digests.sha256(joined(secret + before, request.body(), ""));
        return Keys.same(given, HexFormat.of().formatHex(hash));
    }

    private static boolean third(HookRequest request, String secret) {
        var given = request.header("x-hubspot-signature-v3");
        var timestamp = request.header("x-hubspot-request-timestamp");
        if (given == null || timestamp == null || !timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), request.receivedAt());
        var signed = joined(request.method() + decoded(request.url()), request.body(), timestamp);
        var expected = Keys.hmac("HmacSHA256", secret.getBytes(StandardCharsets.UTF_8), signed);
        try {
            return MessageDigest.isEqual(Base64.getDecoder().decode(given), expected)
                    && age.abs().compareTo(TOLERANCE) <= 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String decoded(String url) {
        return DECODED.matcher(url)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static byte[] joined(String before, byte[] body, String after) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
