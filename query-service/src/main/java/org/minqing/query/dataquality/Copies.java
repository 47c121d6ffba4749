package org.minqing.query.dataquality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.query.dataquality.Rule.Found;
import org.minqing.query.platform.source.Names;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds equal texts among sealed ones, for one question. A batch is opened at a time; what stays of a text until the answer is made
 * is its digest under a key that was drawn for this question alone.
 */
final class Copies {
    static final int BATCH = 1000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Names names;
    private final Comparison comparison;
    private final Mac mac = keyed();
    private final List<Candidate> batch = new ArrayList<>(BATCH);
    private final Map<Digest, Seen> seen = new HashMap<>();
    private final Set<Found> found = new LinkedHashSet<>();

    /**
     * A sealed text of a record.
     *
     * @param asked whether the record was asked for; others are compared with it and not found themselves
     * @param within only texts within the same are compared; empty: all
     * @param apart only texts of different ones are copies
     */
    record Candidate(Found record, boolean asked, String within, String apart, Sealed text) {
        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    new Found(row.getString(1), row.getString(2), row.getString(3)),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6),
                    JSON.readValue(row.getString(7), Sealed.class));
        }
    }

    /** Half of an HMAC-SHA-256: among a thousand million texts two that differ meet with a probability of 10^-21. */
    private record Digest(long high, long low) {}

    /** @param record null: not asked for */
    private record Seen(@Nullable Found record, String apart) {}

    Copies(Names names, Comparison comparison) {
        this.names = names;
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

    void add(Candidate candidate) {
        batch.add(candidate);
        if (batch.size() == BATCH) {
            compare();
        }
    }

    /** The records asked for whose text another has too, once all candidates are in. */
    Collection<Found> found() {
        compare();
        return found;
    }

    private void compare() {
        Map<Sealed, String> clear =
                names.open(batch.stream().map(Candidate::text).toList());
        for (Candidate candidate : batch) {
            String text = clear.get(candidate.text());
            String normal = text == null ? null : comparison.normal(text);
            if (normal != null) {
                meet(digest(candidate.within(), normal), candidate);
            }
        }
        batch.clear();
    }

    private void meet(Digest digest, Candidate candidate) {
        Found record = candidate.asked() ? candidate.record() : null;
        Seen first = seen.putIfAbsent(digest, new Seen(record, candidate.apart()));
        if (first != null && !first.apart().equals(candidate.apart())) {
            found(first.record());
            found(record);
        }
    }

    private void found(@Nullable Found record) {
        if (record != null) {
            found.add(record);
        }
    }

    private Digest digest(String within, String normal) {
        mac.update(within.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        ByteBuffer hmac = ByteBuffer.wrap(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        return new Digest(hmac.getLong(), hmac.getLong());
    }
}
