package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The service's secret, from which each workspace has a key of its own for each purpose. */
@ApplicationScoped
class Secret {

    private static final String HMAC = "HmacSHA256";

    /** More workspaces than this at work at once derive their keys again. */
    private static final int MOST = 10_000;

    private final byte[] master;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    Secret(AccessConfig config) {
        this.master = config.secret().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** A keyed hash that differs from workspace to workspace and from purpose to purpose. */
    byte[] seal(String workspace, String purpose, byte[] data) {
        if (derived.size() > MOST) {
            derived.clear();
        }
        var key = derived.computeIfAbsent(
                workspace + "." + purpose, name -> hmac(master, name.getBytes(StandardCharsets.UTF_8)));
        return hmac(key, data);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
