package org.minqing.query.dataquality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.minqing.query.dataquality.Rule.Found;
import org.minqing.query.platform.source.Names;

/** Finds equal texts. What stays of a text until the answer is made is its digest under a key drawn for this question alone. */
final class Copies extends SealedTexts {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Comparison comparison;
    private final Mac mac = keyed();
    private final Map<Digest, Seen> seen = new HashMap<>();

    /** Half of an HMAC-SHA-256: among a thousand million texts two that differ meet with a probability of 10^-21. */
    private record Digest(long high, long low) {}

    /** @param record null: not asked for */
    private record Seen(@Nullable Found record, String apart) {}

    Copies(Names names, Comparison comparison) {
        super(names);
        this.comparison = comparison;
    }

    private static Mac keyed() {
        try {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    void opened(Candidate candidate, String text) {
        String normal = comparison.normal(text);
        if (normal != null) {
            meet(digest(candidate.within(), normal), candidate);
        }
    }

    private void meet(Digest digest, Candidate candidate) {
        Found record = candidate.asked() ? candidate.record() : null;
        Seen first = seen.putIfAbsent(digest, new Seen(record, candidate.apart()));
        if (first != null && !first.apart().equals(candidate.apart())) {
            found(first.record());
            found(record);
        }
    }

    private Digest digest(String within, String normal) {
        mac.update(within.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        ByteBuffer hmac = ByteBuffer.wrap(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        return new Digest(hmac.getLong(), hmac.getLong());
    }
}
