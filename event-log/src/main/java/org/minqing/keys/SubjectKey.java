package org.minqing.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The key of one subject, in the clear: see {@link KeyRing}. */
final class SubjectKey {
    private static final String ALGORITHM = "A256GCM";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final String subject;
    private final byte[] key;

    SubjectKey(String subject, byte[] key) {
        this.subject = subject;
        this.key = key;
    }

    SealedText seal(String clear) {
        byte[] iv = Crypto.random(Crypto.IV_BYTES);
        byte[] sealed = Crypto.encrypt(key, iv, associated(), clear.getBytes(StandardCharsets.UTF_8));
        return new SealedText(1, subject, ALGORITHM, ENCODER.encodeToString(iv), ENCODER.encodeToString(sealed));
    }

    /** @throws WrongKey if it was not sealed under this key for this subject */
    String open(SealedText text) {
        if (text.v() != 1 || !ALGORITHM.equals(text.alg()) || !subject.equals(text.subject())) {
            throw new WrongKey();
        }
        byte[] clear = Crypto.decrypt(key, DECODER.decode(text.iv()), associated(), DECODER.decode(text.ct()));
        return new String(clear, StandardCharsets.UTF_8);
    }

    byte[] seal(byte[] clear) {
        byte[] iv = Crypto.random(Crypto.IV_BYTES);
        return Crypto.encryptBehindIv(key, iv, associated(), clear);
    }

    /** @throws WrongKey if it was not sealed under this key for this subject */
    byte[] open(byte[] sealed) {
        if (sealed.length < Crypto.IV_BYTES) {
            throw new WrongKey();
        }
        byte[] iv = Arrays.copyOf(sealed, Crypto.IV_BYTES);
        return Crypto.decrypt(key, iv, associated(), Arrays.copyOfRange(sealed, Crypto.IV_BYTES, sealed.length));
    }

    /**
     * Opens what was sealed, piece by piece as it is read. Whether it is what was sealed nobody looks at here: the caller has compared its
     * digest with the one in the log.
     *
     * @param sealed as {@link #seal(byte[])} gave it
     */
    InputStream open(InputStream sealed) throws IOException {
        byte[] iv = sealed.readNBytes(Crypto.IV_BYTES);
        if (iv.length < Crypto.IV_BYTES) {
            throw new WrongKey();
        }
        return Crypto.decryptUnverified(key, iv, sealed);
    }

    private byte[] associated() {
        return subject.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SubjectKey[" + subject + "]";
    }
}
