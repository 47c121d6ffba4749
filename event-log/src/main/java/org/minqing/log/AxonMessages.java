package org.minqing.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Stored events and positions in Axon's terms. Axon's aggregate identifier is the whole stream, its message identifier the event id. */
final class AxonMessages {
    private AxonMessages() {}

    static DomainEventMessage<?> domain(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.streamType(),
                event.stream(),
                event.sequence(),
                event.payload(),
                MetaData.from(event.metadata()),
                event.eventId().toString(),
                event.recordedAt());
    }

    static TrackedEventMessage<?> tracked(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(token(event.position()), domain(event));
    }

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** @return the position a token stands at, 0 for none */
    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        if (token instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException(
                "not a token of this log: " + token.getClass().getName());
    }

    /** A token that is followed by the first event recorded at the instant or later. */
    static TrackingToken tokenAt(EventLog log, Instant instant) {
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        Instant lastBefore = micros.equals(instant) ? micros.minus(1, ChronoUnit.MICROS) : micros;
        return token(log.positionAt(lastBefore));
    }
}
