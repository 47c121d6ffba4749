package org.minqing.log;

import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens of streaming processors as rows of a table: positions are dense, so a token is one number. Whoever owns a row tails; a
 * claim not renewed in time is another's to take. The rows are there beforehand: {@code processor text, segment int, position
 * bigint, owner text, claimed_at timestamptz}.
 */
public class PositionTokens implements TokenStore {
    protected final JdbcClient jdbc;
    protected final String owner = UUID.randomUUID().toString();
    private final String table;
    private final Duration claim;

    /**
     * @param table with its schema, {@code read.checkpoint}
     * @param claim after so long without a sign of the owner, another takes over
     */
    public PositionTokens(JdbcClient jdbc, String table, Duration claim) {
        this.jdbc = jdbc;
        this.table = table;
        this.claim = claim;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        int found = jdbc.sql("update %s set position = ?, claimed_at = clock_timestamp()"
                        .concat(" where processor = ? and segment = ? and owner = ?")
                        .formatted(table))
                .params(position(token), processor, segment, owner)
                .update();
        if (found == 0) {
            throw taken();
        }
    }

    /** The position a token stands at, 0 for none. */
    protected static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    protected static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        long position = jdbc.sql("update %s set owner = ?, claimed_at = clock_timestamp()"
                        .concat(" where processor = ? and segment = ? and (owner is null or owner = ?")
                        .concat(" or claimed_at < clock_timestamp() - ? * interval '1 millisecond') returning position")
                        .formatted(table))
                .params(owner, processor, segment, owner, claim.toMillis())
                .query(Long.class)
                .optional()
                .orElseThrow(PositionTokens::taken);
        return token(position);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        int found = jdbc.sql("update %s set claimed_at = clock_timestamp()"
                        .concat(" where processor = ? and segment = ? and owner = ?")
                        .formatted(table))
                .params(processor, segment, owner)
                .update();
        if (found == 0) {
            throw taken();
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.sql("update %s set owner = null where processor = ? and segment = ? and owner = ?".formatted(table))
                .params(processor, segment, owner)
                .update();
    }

    @Override
    public int[] fetchSegments(String processor) {
        return jdbc
                .sql("select segment from %s where processor = ?".formatted(table))
                .param(processor)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    protected static UnableToClaimTokenException taken() {
        return new UnableToClaimTokenException("another process has it");
    }
}
