package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The service's secret, from which each workspace has a key of its own for each purpose. */
@ApplicationScoped
class Secret {

    private static final String HMAC = "HmacSHA256";

    private final byte[] master;

    Secret(AccessConfig config) {
        this.master = config.secret().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** A keyed hash that differs from workspace to workspace and from purpose to purpose. */
    byte[] seal(String workspace, String purpose, byte[] data) {
        return hmac(hmac(master, (workspace + "." + purpose).getBytes(StandardCharsets.UTF_8)), data);
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
