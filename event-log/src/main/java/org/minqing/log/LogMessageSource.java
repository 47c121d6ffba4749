package org.minqing.log;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as a source for Axon's streaming processors, from position 1 ({@code log.Opened}) on. Its streams tell when there
 * is more, so that a processor need not wait for its poll.
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventLog log;
    private final LogTail tail;

    public LogMessageSource(EventLog log, LogTail tail) {
        this.log = log;
        this.tail = tail;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(log, tail, AxonMessages.position(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return AxonMessages.token(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return AxonMessages.token(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return AxonMessages.tokenAt(log, dateTime);
    }
}
