package org.minqing.keys;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256, as every Java platform has them. */
final class Crypto {
    static final int IV_BYTES = 12;
    private static final int BLOCK_BYTES = 16;
    static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] encrypt(byte[] key, byte[] iv, byte[] associated, byte[] clear) {
        return run(Cipher.ENCRYPT_MODE, key, iv, associated, clear);
    }

    /** @throws WrongKey if key, associated data or ciphertext are not those it was made with */
    static byte[] decrypt(byte[] key, byte[] iv, byte[] associated, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, key, iv, associated, sealed);
    }

    /** As {@link #encrypt}, the initialisation vector before it, without a copy of what is large. */
    static byte[] encryptBehindIv(byte[] key, byte[] iv, byte[] associated, byte[] clear) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv, associated);
            byte[] all = Arrays.copyOf(iv, iv.length + cipher.getOutputSize(clear.length));
            cipher.doFinal(clear, 0, clear.length, all, iv.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    /**
     * The clear text of a stream of ciphertext, its tag left out, without holding it: GCM is counter mode, whose counter begins at 2 behind
     * the initialisation vector. The tag is not looked at.
     */
    static InputStream decryptUnverified(byte[] key, byte[] iv, InputStream sealed) {
        try {
            byte[] counter = Arrays.copyOf(iv, BLOCK_BYTES);
            counter[BLOCK_BYTES - 1] = 2;
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
            return new CipherInputStream(new WithoutTag(sealed, TAG_BYTES), cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in counter mode failed", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] run(int mode, byte[] key, byte[] iv, byte[] associated, byte[] in) {
        try {
            return cipher(mode, key, iv, associated).doFinal(in);
        } catch (AEADBadTagException e) {
            throw new WrongKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 failed", e);
        }
    }
}
