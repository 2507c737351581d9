package dev.groundswell.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a webhook is signed with, as Standard Webhooks 1.0 has it. */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
record SigningSecret(byte[] key) {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    static SigningSecret make() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new SigningSecret(key);
    }

    /** As receivers enter it. */
    String text() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** One signature of the header {@code webhook-signature}. */
    String sign(String id, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
