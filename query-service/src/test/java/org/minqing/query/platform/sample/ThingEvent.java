package org.minqing.query.platform.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;

/** A family of no domain, with everything a family may have: late events, voids, corrections, entities inside the stream. */
public sealed interface ThingEvent extends DomainEvent {
    Sealed REASON = new Sealed(1, "thing:x", "A256GCM", "AAAA", "BBBB");

    @Override
    Tag of();

    record Tag(UUID thingId, UUID programmeId, String divisionId) implements Header {}

    record ThingMade(Tag of, String colour, int size, LocalDate occurredOn) implements ThingEvent {}

    record ThingGrown(Tag of, int by, LocalDate occurredOn) implements ThingEvent {}

    sealed interface PartStep extends ThingEvent {
        UUID partId();
    }

    record PartAdded(Tag of, UUID partId, String colour, LocalDate occurredOn) implements PartStep {}

    record PartRemoved(Tag of, UUID partId, LocalDate occurredOn) implements PartStep {}
}
