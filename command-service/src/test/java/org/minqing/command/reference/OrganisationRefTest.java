package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;

class OrganisationRefTest {
    private static final UUID ORGANISATION = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 2);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);

    @Test
    void an_organisation_has_its_offices_from_a_day_on() {
        OrganisationRef organisation = fold(
                OrganisationRef.KIND,
                new OrganisationRegistered(new Seat(ORGANISATION, "5303"), "市人大办", OrganisationKind.OFFICE, null, MAY),
                new OfficeAdded(new Seat(ORGANISATION, "5303"), OFFICE, "选联委", JUNE));
        assertThat(organisation.divisionId()).isEqualTo("5303");
        assertThat(organisation.inForceOn(MAY.minusDays(1))).isFalse();
        assertThat(organisation.inForceOn(MAY)).isTrue();
        assertThatThrownBy(() -> organisation.requireOffice(OFFICE, MAY)).hasMessageContaining("office-not-found");
        organisation.requireOffice(OFFICE, JUNE);
        organisation.requireOffice(null, MAY);
    }
}
