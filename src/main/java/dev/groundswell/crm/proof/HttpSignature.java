package dev.groundswell.crm.proof;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/**
 * HTTP message signatures (RFC 9421), under a policy: a signature that verifies is worth nothing if it does not cover what
 * matters. It has to cover the method, the target, and the digest of the body (RFC 9530), which has to be the body's; it says
 * when it was made, and by which key; the algorithm is ours to choose, not the sender's.
 */
final class HttpSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Map<String, String> DIGESTS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private final String secret;
    private final @Nullable String keyId;

    /**
     * Checks by one key.
     *
     * @param secret a public Ed25519 key in PEM, else a shared secret in base64 (HMAC with SHA-256)
     * @param keyId what the signature has to name; null where any will do
     */
    HttpSignature(String secret, @Nullable String keyId) {
        this.secret = secret;
        this.keyId = keyId;
    }

    boolean holds(HookRequest request) {
        try {
            var inputs = dictionary(request, "signature-input");
            var signatures = dictionary(request, "signature");
            boolean holds = false;
            for (var entry : inputs.get().entrySet()) {
                holds |= entry.getValue() instanceof InnerList input
                        && signatures.get().get(entry.getKey()) instanceof ByteSequenceItem signature
                        && isTimely(input, request.receivedAt())
                        && isByOurKey(input)
                        && coversEnough(input, request)
                        && digestHolds(request)
                        && verifies(input, signature, request);
            }
            return holds;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Dictionary dictionary(HookRequest request, String header) {
        return Parser.parseDictionary(String.join(", ", request.headers().getOrDefault(header, List.of())));
    }

    private static boolean isTimely(InnerList input, Instant now) {
        var created = seconds(input, "created");
        var expires = seconds(input, "expires");
        return created != null
                && Duration.between(created, now).abs().compareTo(TOLERANCE) <= 0
                && (expires == null || expires.isAfter(now));
    }

    private static @Nullable Instant seconds(InnerList input, String name) {
        var item = input.getParams().get(name);
        return item != null && item.get() instanceof Long seconds ? Instant.ofEpochSecond(seconds) : null;
    }

    private boolean isByOurKey(InnerList input) {
        var named = input.getParams().get("keyid");
        var algorithm = input.getParams().get("alg");
        return named != null
                && (keyId == null || keyId.equals(named.get()))
                && (algorithm == null || algorithm.get().equals(isPublicKey() ? "ed25519" : "hmac-sha256"));
    }

    private static boolean coversEnough(InnerList input, HookRequest request) {
        Set<String> covered = new HashSet<>();
        for (var component : input.get()) {
            if (!component.getParams().isEmpty() || !covered.add(String.valueOf(component.get()))) {
                return false;
            }
        }
        boolean target = covered.contains("@target-uri")
                || (covered.contains("@authority")
                        && covered.contains("@path")
                        && (covered.contains("@query")
                                || URI.create(request.url()).getRawQuery() == null));
        return covered.contains("@method") && target && covered.contains("content-digest");
    }

    /** Every digest that we can compute has to be the body's, and there has to be one. */
    private static boolean digestHolds(HookRequest request) {
        int known = 0;
        for (var entry : dictionary(request, "content-digest").get().entrySet()) {
            var algorithm = DIGESTS.get(entry.getKey());
            if (algorithm != null) {
                known++;
                if (!(entry.getValue() instanceof ByteSequenceItem digest)
                        || !MessageDigest.isEqual(bytes(digest.get()), digest(algorithm, request.body()))) {
                    return false;
                }
            }
        }
        return known > 0;
    }

    private boolean verifies(InnerList input, ByteSequenceItem signature, HookRequest request) {
        var base = input.get().stream()
                .map(component -> component.serialize() + ": " + value(component, request) + "\n")
                .collect(Collectors.joining());
        var signed = (base + "\"@signature-params\": " + input.serialize()).getBytes(StandardCharsets.UTF_8);
        return isPublicKey()
                ? Keys.verify("Ed25519", Keys.pem(secret), signed, bytes(signature.get()))
                : MessageDigest.isEqual(
                        bytes(signature.get()),
                        Keys.hmac("HmacSHA256", Base64.getDecoder().decode(secret.strip()), signed));
    }

    private static String value(Item<?> component, HookRequest request) {
        var name = String.valueOf(component.get());
        var url = URI.create(request.url());
        return switch (name) {
            case "@method" -> request.method();
            case "@target-uri" -> request.url();
            case "@authority" -> authority(url);
            case "@scheme" -> url.getScheme();
            case "@path" -> url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            case "@query" -> "?" + (url.getRawQuery() == null ? "" : url.getRawQuery());
            default -> {
                var values = request.headers().get(name);
                if (values == null || name.startsWith("@")) {
                    throw new IllegalArgumentException("a covered component is missing");
                }
                yield values.stream().map(String::strip).collect(Collectors.joining(", "));
            }
        };
    }

    private static String authority(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        return usual ? host : host + ":" + url.getPort();
    }

    private boolean isPublicKey() {
        return secret.contains("PUBLIC KEY");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] digest(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
