package org.minqing.command.platform.policy;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.minqing.log.PositionTokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the policies have answered the log. It is written at once where something came of an event, and otherwise with the sign
 * that its owner gives of itself: most events have nothing follow, and whoever takes over asks about the last of them once more, which
 * changes nothing.
 */
final class PolicyCheckpoint extends PositionTokens {
    private final BooleanSupplier answered;
    private final long beatNanos;
    private long reached;
    private long written;
    private long writtenAt;

    /**
     * @param claim after so long without a sign of the owner, another takes over
     * @param beat so often the owner gives a sign, if there is something to write
     * @param answered whether something came of an event since this was asked last
     */
    PolicyCheckpoint(JdbcClient jdbc, Duration claim, Duration beat, BooleanSupplier answered) {
        super(jdbc, PolicyProcessor.TABLE, claim);
        this.beatNanos = beat.toNanos();
        this.answered = answered;
    }

    @Override
    public synchronized void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        reached = position(token);
        if (answered.getAsBoolean() || System.nanoTime() - writtenAt >= beatNanos) {
            write(token, processor, segment);
        }
    }

    private void write(@Nullable TrackingToken token, String processor, int segment) {
        super.storeToken(token, processor, segment);
        written = position(token);
        writtenAt = System.nanoTime();
    }

    @Override
    public synchronized TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = super.fetchToken(processor, segment);
        reached = position(token);
        written = reached;
        writtenAt = System.nanoTime();
        return token;
    }

    @Override
    public synchronized void extendClaim(String processor, int segment) {
        if (reached > written) {
            write(token(reached), processor, segment);
        } else {
            super.extendClaim(processor, segment);
        }
    }

    /** Whoever comes next begins where this one has stopped. */
    @Override
    public synchronized void releaseClaim(String processor, int segment) {
        if (reached > written) {
            write(token(reached), processor, segment);
        }
        super.releaseClaim(processor, segment);
    }
}
