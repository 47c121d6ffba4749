package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.events.Person;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;

class HouseholdRefTest {
    private static final UUID HOUSEHOLD = new UUID(1, 1);
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final HouseholdRegistered REGISTERED = registered();

    @Test
    void lives_somewhere_from_a_day_on() {
        HouseholdRef household = fold(
                HouseholdRef.KIND,
                REGISTERED,
                new HouseholdRelocated(new Removal(HOUSEHOLD, SHUITIAN, 7, PIANSHAN, 2), null, null, JUNE));
        assertThat(household.homeOn(MAY.minusDays(1))).isEmpty();
        assertThat(household.homeOn(MAY)).contains(new Home(SHUITIAN, 7));
        assertThat(household.homeOn(JUNE)).contains(new Home(PIANSHAN, 2));
    }

    @Test
    void is_in_force_until_archived() {
        HouseholdRef household = fold(
                HouseholdRef.KIND,
                REGISTERED,
                new HouseholdArchived(new Residence(HOUSEHOLD, SHUITIAN, 7), null, null, JUNE));
        assertThat(household.inForceOn(MAY.minusDays(1))).isFalse();
        assertThat(household.inForceOn(JUNE.minusDays(1))).isTrue();
        assertThat(household.inForceOn(JUNE)).isFalse();
    }

    private static HouseholdRegistered registered() {
        Person head =
                new Person(HOUSEHOLD, TestSealed.sealed("person:" + HOUSEHOLD, "示例"), null, null, null, null, null);
        return new HouseholdRegistered(new Residence(HOUSEHOLD, SHUITIAN, 7), "1", head, List.of(), null, MAY);
    }
}
