package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** Two households of a village, one of which a cadre was linked to until it was released, and moved away. */
class OwnHouseholdsTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 1);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final UUID HOUSEHOLD = new UUID(4, 1);
    private static final UUID NEIGHBOURS = new UUID(4, 2);
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final UUID POINT = Ids.linkPoint(PROGRAMME, SHUITIAN);
    private static final Site SITE = new Site(POINT, PROGRAMME, OFFICE, SHUITIAN);
    private static final Link LINK =
            new Link(new UUID(5, 1), new UUID(5, 2), 7, HOUSEHOLD, new UUID(5, 3), CADRE, "132", null, null);
    private static final Sealed REASON = TestSealed.sealed("household:" + HOUSEHOLD, "示例");
    private static final CadreAssignedToHousehold ASSIGNED =
            new CadreAssignedToHousehold(SITE, LINK, LinkMode.EXACTLY_ONE, MAY);
    private static final HouseholdReleased RELEASED = new HouseholdReleased(SITE, LINK, null, false, REASON, null, MAY);

    private final InMemoryReferences references = new InMemoryReferences();
    private final OwnHouseholds own = new OwnHouseholds();

    @BeforeEach
    void launch() {
        references.add(
                "Programme",
                PROGRAMME,
                new ProgrammeLaunched(new Sphere(PROGRAMME, OFFICE, "5303"), "四群教育", LinkMode.EXACTLY_ONE, MAY));
        for (UUID id : List.of(HOUSEHOLD, NEIGHBOURS)) {
            Person head = new Person(id, TestSealed.sealed("person:" + id, "示例"), null, null, null, null, null);
            references.add(
                    "Household",
                    id,
                    new HouseholdRegistered(new Residence(id, SHUITIAN, 7), "1", head, List.of(), null, MAY));
        }
        references.add(
                "Household",
                HOUSEHOLD,
                new HouseholdRelocated(new Removal(HOUSEHOLD, SHUITIAN, 7, PIANSHAN, 2), null, null, MAY.plusDays(1)));
    }

    private DecisionContext situation() {
        return new DecisionContext(caller(null), new UUID(5, 5), MAY, references, new Gazetteer());
    }

    private static Caller caller(@Nullable UUID cadreId) {
        return new Caller("test", "tester", Set.of("cadre"), "cadre", Reach.OWN, "53", null, cadreId);
    }

    private void linked(DomainEvent... events) {
        references.add("LinkPoint", POINT, events);
    }

    @Test
    void a_household_is_the_cadres_who_is_or_was_linked_to_it_wherever_it_lives_now() {
        linked(ASSIGNED, RELEASED);
        assertThat(own.allows(caller(CADRE), HOUSEHOLD, situation())).isTrue();
        assertThat(own.allows(caller(OTHER), HOUSEHOLD, situation())).isFalse();
        assertThat(own.allows(caller(CADRE), NEIGHBOURS, situation())).isFalse();
        assertThat(own.allows(caller(null), HOUSEHOLD, situation())).isFalse();
    }

    @Test
    void a_household_is_nobodys_where_the_link_never_was() {
        linked(ASSIGNED, new Voided<>(new UUID(9, 9), ASSIGNED, REASON, null));
        assertThat(OwnHouseholds.everLinked(CADRE, HOUSEHOLD, situation())).isFalse();
    }

    @Test
    void a_household_nobody_knows_is_nobodys() {
        assertThat(OwnHouseholds.everLinked(CADRE, new UUID(4, 9), situation())).isFalse();
    }
}
