package org.minqing.events;

import java.util.Objects;

/**
 * Personal data as it stands in events: a ciphertext under the key of its subject.
 *
 * @param v version of this form, 1
 * @param subject whose key it is under, {@code person:<uuid>}, {@code household:<uuid>}, {@code dispute:<uuid>}, ...
 * @param alg {@code A256GCM}
 * @param iv 12 bytes, base64url without padding
 * @param ct ciphertext and tag, base64url without padding
 */
public record Sealed(int v, String subject, String alg, String iv, String ct) {
    public Sealed {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(iv);
        Objects.requireNonNull(ct);
        if (v != 1 || !"A256GCM".equals(alg)) {
            throw new IllegalArgumentException("unknown form of sealed data: v " + v + ", alg " + alg);
        }
    }

    /** Never shows more than whose data it is. */
    @Override
    public String toString() {
        return "Sealed[" + subject + "]";
    }
}
