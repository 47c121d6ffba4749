package org.minqing.events.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;

/** The story of an organisation 单位 and the offices 委室 inside it. */
public sealed interface OrganisationEvent extends DomainEvent {
    UUID organisationId();

    /** Where it has its seat. */
    String divisionId();

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /** From this day on the organisation can take part: cadres belong to it, it leads programmes, it gives. */
    record OrganisationRegistered(
            UUID organisationId,
            String divisionId,
            String name,
            @Nullable OrganisationKind kind,
            @Nullable String creditCode,
            LocalDate occurredOn)
            implements OrganisationEvent {}

    /** From this day on the organisation has this office, by which its cadres go on visits. */
    record OfficeAdded(UUID organisationId, String divisionId, UUID officeId, String name, LocalDate occurredOn)
            implements OrganisationEvent {}
}
