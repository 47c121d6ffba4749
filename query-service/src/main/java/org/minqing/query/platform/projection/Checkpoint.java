package org.minqing.query.platform.projection;

import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processor's token and the position at which the read side stands, in one row of {@code read.checkpoint}. Whoever owns the
 * row tails; a claim not renewed in time is another's to take.
 */
final class Checkpoint implements TokenStore {
    static final String PROCESSOR = "read";
    private static final String WAS = Checkpoint.class.getName() + ".was";

    private final JdbcClient jdbc;
    private final Duration claim;
    private final String owner = UUID.randomUUID().toString();

    /** Where it stood before this batch, and which generation of the tables it stands in. */
    record Was(long position, int generation) {}

    Checkpoint(JdbcClient jdbc, Duration claim) {
        this.jdbc = jdbc;
        this.claim = claim;
    }

    /** What the unit of work's own call of {@link #storeToken} found. */
    static Was before() {
        Was was = (Was) CurrentUnitOfWork.get().resources().get(WAS);
        if (was == null) {
            throw new IllegalStateException("the token is stored in the transaction of its batch, before it");
        }
        return was;
    }

    /** Stands at a position short of the batch's end; in the batch's transaction. */
    void stopAt(long position) {
        jdbc.sql("update read.checkpoint set position = ? where processor = ?")
                .params(position, PROCESSOR)
                .update();
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        long position = token == null ? 0 : token.position().orElse(0);
        Was was = jdbc.sql("with was as (select * from read.checkpoint"
                        + " where processor = ? and segment = ? and owner = ? for update)"
                        + " update read.checkpoint c set position = ?, claimed_at = clock_timestamp() from was"
                        + " where c.processor = was.processor and c.segment = was.segment"
                        + " returning was.position, was.generation")
                .params(processor, segment, owner, position)
                .query((row, n) -> new Was(row.getLong(1), row.getInt(2)))
                .optional()
                .orElseThrow(Checkpoint::taken);
        CurrentUnitOfWork.ifStarted(unit -> unit.resources().put(WAS, was));
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        long position = jdbc.sql("update read.checkpoint set owner = ?, claimed_at = clock_timestamp()"
                        + " where processor = ? and segment = ? and (owner is null or owner = ?"
                        + " or claimed_at < clock_timestamp() - ? * interval '1 millisecond') returning position")
                .params(owner, processor, segment, owner, claim.toMillis())
                .query(Long.class)
                .optional()
                .orElseThrow(Checkpoint::taken);
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        int found = jdbc.sql("update read.checkpoint set claimed_at = clock_timestamp()"
                        + " where processor = ? and segment = ? and owner = ?")
                .params(processor, segment, owner)
                .update();
        if (found == 0) {
            throw taken();
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.sql("update read.checkpoint set owner = null where processor = ? and segment = ? and owner = ?")
                .params(processor, segment, owner)
                .update();
    }

    @Override
    public int[] fetchSegments(String processor) {
        return jdbc
                .sql("select segment from read.checkpoint where processor = ?")
                .param(processor)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static UnableToClaimTokenException taken() {
        return new UnableToClaimTokenException("another query-service tails the log");
    }
}
