package dev.groundswell.crm.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a signature by its recipe. */
final class RecipeCheck {

    private final Recipe recipe;

    RecipeCheck(Recipe recipe) {
        this.recipe = recipe;
    }

    boolean holds(HookRequest request, String secret) {
        var header = request.header(recipe.header());
        if (header == null || !isTimely(request)) {
            return false;
        }
        var signed = signed(request);
        if (signed == null) {
            return false;
        }
        var candidates = recipe.separator() == null
                ? List.of(header)
                : Arrays.asList(header.split(Pattern.quote(recipe.separator())));
        // every candidate is looked at: senders list the old and the new one while they change keys
        boolean holds = false;
        for (var candidate : candidates) {
            holds |= matches(candidate.strip(), signed, secret);
        }
        return holds;
    }

    private boolean matches(String candidate, byte[] signed, String secret) {
        var prefix = recipe.prefix() == null ? "" : recipe.prefix();
        if (!candidate.startsWith(prefix) || candidate.length() == prefix.length()) {
            return false;
        }
        try {
            var signature = decode(candidate.substring(prefix.length()));
            return signature.length > 0 && verify(signature, signed, secret);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean verify(byte[] signature, byte[] signed, String secret) {
        return switch (recipe.algorithm()) {
            case hmac_sha256 -> MessageDigest.isEqual(signature, Keys.hmac("HmacSHA256", key(secret), signed));
            case hmac_sha512 -> MessageDigest.isEqual(signature, Keys.hmac("HmacSHA512", key(secret), signed));
            case ed25519 -> Keys.verify("Ed25519", key(secret), signed, signature);
            case rsa_sha256 -> Keys.verify("SHA256withRSA", Keys.pem(secret), signed, signature);
        };
    }

    private byte[] key(String secret) {
        return Keys.bytes(secret, recipe.keyOrDefault());
    }

    private byte[] decode(String text) {
        return switch (recipe.encoding()) {
            case hex -> HexFormat.of().parseHex(text);
            case base64 -> Base64.getDecoder().decode(text);
            case id_hex -> HexFormat.of().parseHex(new String(afterColon(text), StandardCharsets.US_ASCII));
            case id_raw -> afterColon(text);
        };
    }

    private static byte[] afterColon(String text) {
        var bytes = Base64.getDecoder().decode(text);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ':') {
                return Arrays.copyOfRange(bytes, i + 1, bytes.length);
            }
        }
        throw new IllegalArgumentException("no id");
    }

    private boolean isTimely(HookRequest request) {
        if (recipe.timestampHeader() == null) {
            return true;
        }
        var text = request.header(recipe.timestampHeader());
        if (text == null || !text.matches("[0-9]{1,15}")) {
            return false;
        }
        var number = Long.parseLong(text);
        var time =
                recipe.timestampUnit() == Recipe.Unit.ms ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return Duration.between(time, request.receivedAt()).abs().compareTo(Duration.ofSeconds(recipe.tolerance()))
                <= 0;
    }

    /** Null where a header that is signed is missing. */
    private byte @Nullable [] signed(HookRequest request) {
        var signed = new ByteArrayOutputStream();
        for (var part : recipe.parts()) {
            if (part.equals("{body}")) {
                signed.writeBytes(request.body());
                continue;
            }
            var text = text(part, request);
            if (text == null) {
                return null;
            }
            signed.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return signed.toByteArray();
    }

    private @Nullable String text(String part, HookRequest request) {
        if (part.startsWith("{header:")) {
            return request.header(part.substring("{header:".length(), part.length() - 1));
        }
        return switch (part) {
            case "{method}" -> request.method();
            case "{url}" -> request.url();
            case "{timestamp}" -> recipe.timestampHeader() == null ? null : request.header(recipe.timestampHeader());
            default -> part;
        };
    }
}
