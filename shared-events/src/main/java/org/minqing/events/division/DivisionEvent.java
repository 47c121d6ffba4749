package org.minqing.events.division;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;

/** The story of an administrative division 行政区划. The stream's id is the divisionId, which never changes; codes and names do. */
public sealed interface DivisionEvent extends DomainEvent {
    /** Which division it is. */
    record Place(String divisionId) implements Header {}

    @Override
    Place of();

    /** A division stands under this code and name from this day on. */
    record DivisionRegistered(Place of, @Nullable String parentId, String code, String name, LocalDate occurredOn)
            implements DivisionEvent {}

    /** From this day on the division bears another code, and another name if one is given. */
    record DivisionRecoded(
            Place of,
            @Nullable String parentId,
            String formerCode,
            String code,
            String formerName,
            String name,
            LocalDate occurredOn)
            implements DivisionEvent {}

    /** From this day on the division bears another name. */
    record DivisionRenamed(Place of, @Nullable String parentId, String formerName, String name, LocalDate occurredOn)
            implements DivisionEvent {}

    /**
     * On this day it was declared that the division suffered a hardship.
     *
     * @param year in which it suffered, which may lie before the day
     */
    record HardshipDeclared(
            Place of,
            UUID declarationId,
            HardshipKind kind,
            int year,
            @Nullable HardshipSeverity severity,
            LocalDate occurredOn)
            implements DivisionEvent {}
}
