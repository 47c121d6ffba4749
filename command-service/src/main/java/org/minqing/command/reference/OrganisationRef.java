package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.organisation.OrganisationEvent;
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
            new Reference<>("Organisation", new OrganisationRef("", null, null, Map.of()), OrganisationRef::after);

    public OrganisationRef {
        offices = Map.copyOf(offices);
    }

    public boolean inForceOn(LocalDate day) {
        return registeredOn != null && !day.isBefore(registeredOn);
    }

    /** 404 where one is named that the organisation does not have on the day. */
    public void requireOffice(@Nullable UUID officeId, LocalDate day) {
        LocalDate since = officeId == null ? LocalDate.MIN : offices.get(officeId);
        if (since == null || day.isBefore(since)) {
            throw Refusal.notFound("Office", officeId);
        }
    }

    private OrganisationRef after(DomainEvent event) {
        return switch ((OrganisationEvent) event) {
            case OrganisationEvent.OrganisationRegistered e ->
                new OrganisationRef(e.of().divisionId(), e.kind(), e.occurredOn(), Map.of());
            case OrganisationEvent.OfficeAdded e -> {
                Map<UUID, LocalDate> more = new HashMap<>(offices);
                more.put(e.officeId(), e.occurredOn());
                yield new OrganisationRef(divisionId, kind, registeredOn, more);
            }
        };
    }
}
