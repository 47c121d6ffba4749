package org.minqing.events.wellrepair;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;

/** The story of the repair of a village's well: reported, ordered, done, checked. */
public sealed interface WellRepairEvent extends DomainEvent {
    /** Which well, and who is to have it repaired. */
    record Well(UUID wellRepairId, UUID programmeId, UUID organisationId, String divisionId) implements Header {}

    @Override
    Well of();

    /** A well was found broken on this day. */
    record WellReported(Well of, String spot, LocalDate occurredOn) implements WellRepairEvent {}

    /** Somebody was told on this day to repair it. */
    record RepairOrdered(Well of, LocalDate occurredOn) implements WellRepairEvent {}

    /** It was repaired on this day. */
    record RepairDone(Well of, LocalDate occurredOn) implements WellRepairEvent {}

    /** Its water was found good on this day. */
    record RepairChecked(Well of, LocalDate occurredOn) implements WellRepairEvent {}
}
