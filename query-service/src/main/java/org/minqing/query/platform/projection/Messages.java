package org.minqing.query.platform.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventTypes;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.view.EventMeta;

/** The log's events, however they come, as the machines take them. */
final class Messages {
    private final EventTypes types;

    Messages(EventTypes types) {
        this.types = types;
    }

    LogMessage arrived(EventMessage<?> message) {
        var tracked = (TrackedEventMessage<?>) message;
        var domain = (DomainEventMessage<?>) message;
        Map<String, String> metadata = new LinkedHashMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new LogMessage(
                new EventMeta(
                        tracked.trackingToken().position().orElseThrow(),
                        UUID.fromString(message.getIdentifier()),
                        domain.getAggregateIdentifier(),
                        domain.getSequenceNumber(),
                        types.name(message.getPayload()),
                        message.getTimestamp(),
                        metadata),
                event(message.getPayload()));
    }

    static LogMessage arrived(StoredEvent stored) {
        return new LogMessage(
                new EventMeta(
                        stored.position(),
                        stored.eventId(),
                        stored.stream(),
                        stored.sequence(),
                        stored.type(),
                        stored.recordedAt(),
                        stored.metadata()),
                event(stored.payload()));
    }

    private static @Nullable DomainEvent event(Object payload) {
        return payload instanceof DomainEvent event ? event : null;
    }
}
