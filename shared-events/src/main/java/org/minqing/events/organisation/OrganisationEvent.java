package org.minqing.events.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;

/** The story of an organisation 单位 and the offices 委室 inside it. */
public sealed interface OrganisationEvent extends DomainEvent {
    /**
     * Which organisation it is, and where it has its seat.
     *
     * @param divisionId of the seat
     */
    record Seat(UUID organisationId, String divisionId) implements Header {}

    @Override
    Seat of();

    /** From this day on the organisation can take part: cadres belong to it, it leads programmes, it gives. */
    record OrganisationRegistered(
            Seat of,
            String name,
            @Nullable OrganisationKind kind,
            @Nullable String creditCode,
            LocalDate occurredOn) implements OrganisationEvent {}

    /** From this day on the organisation has this office, by which its cadres go on visits. */
    record OfficeAdded(Seat of, UUID officeId, String name, LocalDate occurredOn) implements OrganisationEvent {}
}
