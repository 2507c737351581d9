package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what has to be read again: AES-256-GCM, under a key of each workspace and purpose. */
@ApplicationScoped
public class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Secret secret;
    private final CurrentWorkspace workspace;
    private final SecureRandom random = new SecureRandom();

    Vault(Secret secret, CurrentWorkspace workspace) {
        this.secret = secret;
        this.workspace = workspace;
    }

    public byte[] lock(String purpose, byte[] plain) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var locked = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What was locked for this purpose in this workspace.
     *
     * @throws IllegalStateException where the service's secret is no longer the one that it was locked under
     */
    public byte[] unlock(String purpose, byte[] locked) {
        var nonce = Arrays.copyOf(locked, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(locked, NONCE, locked.length - NONCE);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException(
                    "what is encrypted was encrypted under another groundswell.secret", otherKey);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var key = secret.seal(workspace.id(), "vault", purpose.getBytes(StandardCharsets.UTF_8));
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
