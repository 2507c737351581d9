package dev.groundswell.crm.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets as keys, and what is computed with them. */
public final class Keys {

    /** Before the 32 bytes of a raw Ed25519 key, so that it is a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Keys() {}

    /**
     * The bytes of a secret.
     *
     * @throws IllegalArgumentException where it is not written as it should be
     */
    public static byte[] bytes(String secret, Recipe.Key written) {
        var text = secret.strip();
        return switch (written) {
            case utf8 -> secret.getBytes(StandardCharsets.UTF_8);
            case hex -> HexFormat.of().parseHex(text);
            case base64 -> Base64.getDecoder().decode(text);
            case whsec -> Base64.getDecoder().decode(text.replaceFirst("^(whsec_|whpk_)", ""));
        };
    }

    public static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** False also where the key is none. */
    public static boolean verify(String algorithm, byte[] publicKey, byte[] data, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey(algorithm, publicKey));
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static PublicKey publicKey(String algorithm, byte[] key) throws GeneralSecurityException {
        boolean ed25519 = algorithm.equals("Ed25519");
        var encoded = key;
        if (ed25519 && key.length == 32) {
            encoded = Arrays.copyOf(ED25519, ED25519.length + key.length);
            System.arraycopy(key, 0, encoded, ED25519.length, key.length);
        }
        return KeyFactory.getInstance(ed25519 ? "Ed25519" : "RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The key inside of PEM lines, or in bare base64. */
    public static byte[] pem(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /** In constant time. */
    public static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
