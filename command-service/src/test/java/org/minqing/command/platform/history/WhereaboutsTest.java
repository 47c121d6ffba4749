package org.minqing.command.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;

/** Scope follows the state in force, whatever event came last. */
class WhereaboutsTest {
    private static final UUID ID = Ids.named("subject");
    private static final UUID ONE = Ids.named("one organisation");
    private static final UUID OTHER = Ids.named("another");
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2012, 7, 1);
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";
    private static final String XIAOHAI = "530328202201";

    private final StreamStory story = new StreamStory();
    private Whereabouts told = Whereabouts.of(story);
    private int count;

    private UUID tell(DomainEvent event) {
        UUID id = Ids.named("event", count);
        story.take(id, event, null);
        count++;
        told = Whereabouts.of(story);
        return id;
    }

    private static HouseholdRegistered lives(String village) {
        Person head = new Person(ID, TestSealed.sealed("person:" + ID, "示例"), null, null, null, null, null);
        return new HouseholdRegistered(new Residence(ID, village, 1), "1", head, List.of(), null, MAY);
    }

    private static HouseholdRelocated moves(String from, String to, LocalDate day) {
        return new HouseholdRelocated(new Removal(ID, from, 1, to, 1), null, null, day);
    }

    private static CadreRegistered serves(UUID organisation, String seat) {
        return new CadreRegistered(
                new Membership(ID, organisation, seat),
                null,
                TestSealed.sealed("person:" + ID, "示例"),
                "1",
                "132",
                null,
                null,
                null,
                MAY);
    }

    @Test
    void a_programme_lies_where_it_was_launched_whatever_it_sponsors() {
        tell(new ProgrammeLaunched(new Sphere(ID, ONE, "5303"), "四群教育", LinkMode.EXACTLY_ONE, MAY));
        tell(new SponsorAssigned(new Sphere(ID, ONE, SHUITIAN), ID, ID, null, null, JUNE));
        assertThat(told.division()).isEqualTo("5303");
    }

    @Test
    void a_household_lies_where_it_moved_last_by_its_day() {
        tell(lives(SHUITIAN));
        tell(moves(SHUITIAN, PIANSHAN, JULY));
        tell(moves(SHUITIAN, XIAOHAI, JUNE));
        assertThat(told.division()).isEqualTo(PIANSHAN);
    }

    @Test
    void what_else_is_said_of_a_household_late_moves_it_nowhere() {
        tell(lives(SHUITIAN));
        tell(moves(SHUITIAN, PIANSHAN, JULY));
        tell(new HouseholdClassified(new Residence(ID, SHUITIAN, 1), List.of(), JUNE));
        assertThat(told.division()).isEqualTo(PIANSHAN);
    }

    @Test
    void a_household_registered_in_the_wrong_village_lies_in_the_right_one_until_it_moves() {
        UUID registration = tell(lives(SHUITIAN));
        var corrected = new Corrected<>(
                registration, lives(SHUITIAN), lives(XIAOHAI), TestSealed.sealed("household:" + ID, "误"), null);
        tell(corrected);
        assertThat(told.division()).isEqualTo(XIAOHAI);
        tell(moves(XIAOHAI, PIANSHAN, JUNE));
        tell(corrected);
        assertThat(told.division()).isEqualTo(PIANSHAN);
    }

    @Test
    void a_cadre_belongs_where_the_cadre_was_transferred_and_not_where_a_late_rank_was_held() {
        UUID registration = tell(serves(ONE, "5303"));
        tell(new CadreTransferred(new Transfer(ID, ONE, null, OTHER, "530328"), null, null, JUNE));
        tell(new CadreRankChanged(new Membership(ID, ONE, "5303"), "132", "131", MAY));
        tell(new Corrected<>(
                registration, serves(ONE, "5303"), serves(ONE, "5303"), TestSealed.sealed("person:" + ID, "误"), null));
        assertThat(told.organisation()).isEqualTo(OTHER);
        assertThat(told.division()).isEqualTo("530328");
    }

    @Test
    void a_link_point_voided_and_designated_anew_belongs_to_whoever_it_was_given_to() {
        LinkPointDesignated wrong = new LinkPointDesignated(new Site(ID, ID, ONE, SHUITIAN), null, JUNE);
        UUID target = tell(wrong);
        tell(new Voided<>(target, wrong, TestSealed.sealed("linkpoint:" + ID, "误"), null));
        assertThat(told.organisation()).isEqualTo(ONE);
        tell(new LinkPointDesignated(new Site(ID, ID, OTHER, SHUITIAN), null, MAY));
        assertThat(told.organisation()).isEqualTo(OTHER);
    }
}
