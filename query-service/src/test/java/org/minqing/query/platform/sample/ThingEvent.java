package org.minqing.query.platform.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** A family of no domain, with everything a family may have: late events, voids, corrections, entities inside the stream. */
public sealed interface ThingEvent extends DomainEvent {
    Sealed REASON = new Sealed(1, "thing:x", "A256GCM", "AAAA", "BBBB");

    UUID thingId();

    UUID programmeId();

    String divisionId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    record ThingMade(UUID thingId, UUID programmeId, String divisionId, String colour, int size, LocalDate occurredOn)
            implements ThingEvent {}

    record ThingCorrected(
            UUID thingId,
            UUID programmeId,
            String divisionId,
            UUID target,
            ThingMade before,
            ThingMade after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ThingEvent, Corrects<ThingMade> {}

    record ThingVoided(
            UUID thingId,
            UUID programmeId,
            String divisionId,
            UUID target,
            ThingMade before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ThingEvent, Voids<ThingMade> {}

    record ThingGrown(UUID thingId, UUID programmeId, String divisionId, int by, LocalDate occurredOn)
            implements ThingEvent {}

    record GrowthCorrected(
            UUID thingId,
            UUID programmeId,
            String divisionId,
            UUID target,
            ThingGrown before,
            ThingGrown after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ThingEvent, Corrects<ThingGrown> {}

    record GrowthVoided(
            UUID thingId,
            UUID programmeId,
            String divisionId,
            UUID target,
            ThingGrown before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ThingEvent, Voids<ThingGrown> {}

    record PartAdded(
            UUID thingId, UUID programmeId, String divisionId, UUID partId, String colour, LocalDate occurredOn)
            implements ThingEvent {}

    record PartRemoved(UUID thingId, UUID programmeId, String divisionId, UUID partId, LocalDate occurredOn)
            implements ThingEvent {}
}
