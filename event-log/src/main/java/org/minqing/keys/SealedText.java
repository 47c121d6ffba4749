package org.minqing.keys;

/**
 * A text under the key of its subject.
 *
 * @param v 1
 * @param subject whose key, {@code person:<uuid>}; it is bound to the ciphertext
 * @param alg {@code A256GCM}
 * @param iv 12 bytes, base64url without padding
 * @param ct ciphertext and tag, base64url without padding
 */
public record SealedText(int v, String subject, String alg, String iv, String ct) {
    @Override
    public String toString() {
        return "SealedText[" + subject + "]";
    }
}
