package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationKind;

/**
 * An organisation as other streams see one.
 *
 * @param divisionId where it has its seat
 * @param registeredOn its first day; null where its registration was voided
 * @param offices first day of each office by its id
 */
public record OrganisationRef(
        String divisionId,
        @Nullable OrganisationKind kind,
        @Nullable LocalDate registeredOn,
        Map<UUID, LocalDate> offices) {
    public static final Reference<OrganisationRef> KIND =
            new Reference<>("Organisation", new OrganisationRef("", null, null, Map.of()), OrganisationRef::evolve);

    public OrganisationRef {
        offices = Map.copyOf(offices);
    }

    public boolean inForceOn(LocalDate day) {
        return registeredOn != null && !day.isBefore(registeredOn);
    }

    public boolean hasOfficeOn(UUID officeId, LocalDate day) {
        LocalDate since = offices.get(officeId);
        return since != null && !day.isBefore(since);
    }

    private static OrganisationRef evolve(OrganisationRef state, DomainEvent event) {
        return switch ((OrganisationEvent) event) {
            case OrganisationRegistered e ->
                new OrganisationRef(e.of().divisionId(), e.kind(), e.occurredOn(), Map.of());
            case OfficeAdded e -> {
                Map<UUID, LocalDate> offices = new HashMap<>(state.offices);
                offices.put(e.officeId(), e.occurredOn());
                yield new OrganisationRef(state.divisionId, state.kind, state.registeredOn, offices);
            }
        };
    }
}
