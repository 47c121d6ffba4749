package org.minqing.query.platform.projection;

import java.time.Duration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.minqing.log.PositionTokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processor's token and the position at which the read side stands, in one row of {@code read.checkpoint}. */
final class Checkpoint extends PositionTokens {
    static final String PROCESSOR = "read";
    private static final String WAS = Checkpoint.class.getName() + ".was";

    /** Where it stood before this batch, and which generation of the tables it stands in. */
    record Was(long position, int generation) {}

    Checkpoint(JdbcClient jdbc, Duration claim) {
        super(jdbc, "read.checkpoint", claim);
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
        Was was = jdbc.sql("with was as (select * from read.checkpoint"
                        + " where processor = ? and segment = ? and owner = ? for update)"
                        + " update read.checkpoint c set position = ?, claimed_at = clock_timestamp() from was"
                        + " where c.processor = was.processor and c.segment = was.segment"
                        + " returning was.position, was.generation")
                .params(processor, segment, owner, position(token))
                .query((row, n) -> new Was(row.getLong(1), row.getInt(2)))
                .optional()
                .orElseThrow(PositionTokens::taken);
        CurrentUnitOfWork.ifStarted(unit -> unit.resources().put(WAS, was));
    }
}
