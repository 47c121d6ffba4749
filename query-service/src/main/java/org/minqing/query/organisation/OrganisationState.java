package org.minqing.query.organisation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.CreditCode;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;

/**
 * An organisation on a day, with its offices in the order in which they were added.
 *
 * @param creditCodeWarning said where the check character of the credit code is wrong: papers print it so, somebody should look
 */
record OrganisationState(
        Seat of,
        String name,
        @Nullable String kind,
        @Nullable String creditCode,
        @Nullable String creditCodeWarning,
        List<Office> offices) {
    static final String WRONG_CHECK_CHARACTER = "WRONG_CHECK_CHARACTER";

    record Office(UUID officeId, String name) {}

    static OrganisationState registered(OrganisationRegistered e) {
        return new OrganisationState(
                e.of(),
                e.name(),
                e.kind() == null ? null : e.kind().name(),
                e.creditCode(),
                e.creditCode() == null || CreditCode.valid(e.creditCode()) ? null : WRONG_CHECK_CHARACTER,
                List.of());
    }

    OrganisationState after(OrganisationEvent event) {
        return switch (event) {
            case OrganisationRegistered e -> registered(e);
            case OfficeAdded e -> with(new Office(e.officeId(), e.name()));
        };
    }

    private OrganisationState with(Office office) {
        return new OrganisationState(
                of,
                name,
                kind,
                creditCode,
                creditCodeWarning,
                Stream.concat(offices.stream(), Stream.of(office)).toList());
    }
}
