package org.minqing.command.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.visit.Visits.BUREAU;
import static org.minqing.command.visit.Visits.CITY;
import static org.minqing.command.visit.Visits.DAY;
import static org.minqing.command.visit.Visits.FIRST;
import static org.minqing.command.visit.Visits.HOUSEHOLD;
import static org.minqing.command.visit.Visits.LAUNCH;
import static org.minqing.command.visit.Visits.LINK;
import static org.minqing.command.visit.Visits.OFFICE;
import static org.minqing.command.visit.Visits.PROGRAMME;
import static org.minqing.command.visit.Visits.RECORDED;
import static org.minqing.command.visit.Visits.ROUND;
import static org.minqing.command.visit.Visits.SECOND;
import static org.minqing.command.visit.Visits.SHUITIAN;
import static org.minqing.command.visit.Visits.VISIT;
import static org.minqing.command.visit.Visits.cadre;
import static org.minqing.command.visit.Visits.fixture;
import static org.minqing.command.visit.Visits.linked;
import static org.minqing.command.visit.Visits.linkedOn;
import static org.minqing.command.visit.Visits.recorded;
import static org.minqing.command.visit.Visits.text;
import static org.minqing.command.visit.Visits.voided;
import static org.minqing.command.visit.Visits.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.visit.VisitCommand.RecordVisit;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;

class VisitTest {
    private static final UUID NEIGHBOURS = new UUID(4, 2);
    private static final UUID OTHER_PROGRAMME = new UUID(1, 2);
    private static final UUID OTHER_ROUND = new UUID(5, 2);

    @Test
    void two_cadres_visit_a_household_and_it_counts_to_the_organisation_of_the_first() {
        fixture().on(DAY).when(record(List.of(FIRST, SECOND), null, null)).events(RECORDED);
    }

    @Test
    void a_visit_that_gives_no_id_gets_one() {
        CommandFixture fixture = fixture();
        VisitRecorded made = fixture.when(new RecordVisit(
                        null,
                        null,
                        null,
                        null,
                        null,
                        HOUSEHOLD,
                        List.of(FIRST),
                        VisitKind.CONDOLENCE,
                        null,
                        null,
                        null,
                        null,
                        null))
                .only(VisitRecorded.class);
        assertThat(made.of().visitId()).isEqualTo(fixture.madeId());
        assertThat(made.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(made.diaryCadreId()).isNull();
    }

    @Test
    void names_the_link_of_the_cadre_who_was_linked_that_day() {
        linked(fixture(), SECOND)
                .on(DAY)
                .when(record(List.of(FIRST, SECOND), null, null))
                .events(recorded(List.of(FIRST, SECOND), LINK, null, null, null));
    }

    @Test
    void names_no_link_of_a_cadre_who_was_not_there() {
        assertThat(linked(fixture(), SECOND)
                        .on(DAY)
                        .when(record(List.of(FIRST), null, null))
                        .only(VisitRecorded.class)
                        .linkId())
                .isNull();
    }

    @Test
    void names_no_link_with_another_household_nor_one_of_a_later_day() {
        CommandFixture elsewhere = linked(fixture(), SECOND)
                .known(
                        "Household",
                        NEIGHBOURS,
                        new HouseholdRegistered(
                                new Residence(NEIGHBOURS, SHUITIAN, 7),
                                "2",
                                new Person(new UUID(9, 8), text("示例户主"), null, null, null, null, null),
                                List.of(),
                                null,
                                LAUNCH));
        RecordVisit next = new RecordVisit(
                VISIT,
                null,
                null,
                null,
                null,
                NEIGHBOURS,
                List.of(SECOND),
                VisitKind.DISPERSED,
                null,
                null,
                null,
                null,
                null);
        assertThat(elsewhere.on(DAY).when(next).only(VisitRecorded.class).linkId())
                .isNull();
        CommandFixture before = linkedOn(DAY, fixture(), SECOND);
        assertThat(before.on(DAY.minusDays(1))
                        .when(record(List.of(SECOND), null, null))
                        .only(VisitRecorded.class)
                        .linkId())
                .isNull();
    }

    @Test
    void counts_to_a_round_that_is_open() {
        assertThat(fixture()
                        .on(DAY)
                        .when(record(List.of(FIRST), ROUND, null))
                        .only(VisitRecorded.class)
                        .roundId())
                .isEqualTo(ROUND);
    }

    @Test
    void a_round_says_which_of_several_programmes_it_is() {
        assertThat(twoProgrammes()
                        .on(DAY)
                        .when(record(List.of(FIRST), OTHER_ROUND, null))
                        .only(VisitRecorded.class)
                        .programme())
                .isEqualTo(OTHER_PROGRAMME);
    }

    @Test
    void refuses_where_nothing_says_which_programme_it_is() {
        twoProgrammes()
                .on(DAY)
                .when(record(List.of(FIRST), null, null))
                .refusedField("/programmeId", "several-programmes-in-force");
    }

    @Test
    void the_link_point_says_which_of_several_programmes_it_is() {
        assertThat(linked(twoProgrammes(), SECOND)
                        .on(DAY)
                        .when(record(List.of(FIRST), null, null))
                        .only(VisitRecorded.class)
                        .programme())
                .isEqualTo(PROGRAMME);
    }

    @Test
    void refuses_a_round_nobody_knows() {
        fixture().on(DAY).when(record(List.of(FIRST), OTHER_ROUND, null)).refused("visit-round-not-found");
    }

    @Test
    void refuses_a_round_of_another_programme() {
        twoProgrammes()
                .on(DAY)
                .when(new RecordVisit(
                        VISIT,
                        PROGRAMME,
                        null,
                        null,
                        null,
                        HOUSEHOLD,
                        List.of(FIRST),
                        VisitKind.COLLECTIVE,
                        OTHER_ROUND,
                        null,
                        null,
                        null,
                        null))
                .refused("visit-round-not-found");
    }

    @Test
    void refuses_a_round_before_it_was_opened() {
        fixture()
                .on(LocalDate.of(2012, 1, 31))
                .when(record(List.of(FIRST), ROUND, null))
                .refused("visit-round-not-open");
    }

    @Test
    void the_diary_is_that_of_the_first_cadre() {
        VisitRecorded recorded = fixture()
                .on(DAY)
                .when(record(List.of(FIRST, SECOND), null, text("日记")))
                .only(VisitRecorded.class);
        assertThat(recorded.diary()).isEqualTo(text("日记"));
        assertThat(recorded.diaryCadreId()).isEqualTo(FIRST);
    }

    @Test
    void the_diary_is_that_of_the_cadre_who_sends_it() {
        assertThat(fixture()
                        .caller(cadre(SECOND))
                        .on(DAY)
                        .when(record(List.of(FIRST, SECOND), null, text("日记")))
                        .only(VisitRecorded.class)
                        .diaryCadreId())
                .isEqualTo(SECOND);
    }

    @Test
    void a_cadre_records_the_visits_in_which_it_takes_part_and_no_others() {
        fixture()
                .caller(cadre(new UUID(3, 9)))
                .on(DAY)
                .when(record(List.of(FIRST, SECOND), null, text("日记")))
                .refused("not-your-visit");
        fixture()
                .caller(cadre(SECOND))
                .on(DAY)
                .when(record(List.of(FIRST), null, null))
                .refused("not-your-visit");
    }

    @Test
    void the_diary_sent_by_the_office_is_that_of_the_first() {
        assertThat(fixture()
                        .on(DAY)
                        .when(record(List.of(FIRST, SECOND), null, text("日记")))
                        .only(VisitRecorded.class)
                        .diaryCadreId())
                .isEqualTo(FIRST);
    }

    @Test
    void a_visit_may_be_made_for_another_office_of_the_cadres_organisation() {
        UUID other = new UUID(2, 4);
        CommandFixture fixture =
                fixture().known("Organisation", CITY, new OfficeAdded(new Seat(CITY, "5303"), other, "农工委", LAUNCH));
        RecordVisit command = new RecordVisit(
                VISIT,
                null,
                null,
                other,
                null,
                HOUSEHOLD,
                List.of(FIRST),
                VisitKind.DISPERSED,
                null,
                null,
                null,
                null,
                null);
        assertThat(fixture.on(DAY).when(command).only(VisitRecorded.class).of().officeId())
                .isEqualTo(other);
    }

    @Test
    void another_organisation_may_be_given_but_not_with_the_cadres_office() {
        RecordVisit command = new RecordVisit(
                VISIT,
                null,
                BUREAU,
                null,
                "T1",
                HOUSEHOLD,
                List.of(FIRST),
                VisitKind.DISPERSED,
                null,
                null,
                null,
                null,
                null);
        VisitRecorded recorded = fixture().on(DAY).when(command).only(VisitRecorded.class);
        assertThat(recorded.of().organisationId()).isEqualTo(BUREAU);
        assertThat(recorded.of().officeId()).isNull();
        assertThat(recorded.of().taskCode()).isEqualTo("T1");
    }

    @Test
    void refuses_an_office_of_another_organisation() {
        fixture()
                .on(DAY)
                .when(new RecordVisit(
                        VISIT,
                        null,
                        BUREAU,
                        OFFICE,
                        null,
                        HOUSEHOLD,
                        List.of(FIRST),
                        VisitKind.DISPERSED,
                        null,
                        null,
                        null,
                        null,
                        null))
                .refused("office-not-found");
    }

    @Test
    void visits_come_in_any_order_and_count_where_the_household_lived_that_day() {
        VisitRecorded late = fixture()
                .known(
                        "Household",
                        HOUSEHOLD,
                        new HouseholdRelocated(new Removal(HOUSEHOLD, SHUITIAN, 7, SHUITIAN, 8), null, null, DAY))
                .on(DAY.minusDays(1))
                .when(record(List.of(FIRST), null, null))
                .only(VisitRecorded.class);
        assertThat(late.home().group()).isEqualTo(7);
    }

    @Test
    void refuses_a_household_nobody_knows() {
        fixture()
                .on(DAY)
                .when(new RecordVisit(
                        VISIT,
                        null,
                        null,
                        null,
                        null,
                        new UUID(4, 9),
                        List.of(FIRST),
                        VisitKind.DISPERSED,
                        null,
                        null,
                        null,
                        null,
                        null))
                .refused("household-not-found");
    }

    @Test
    void refuses_a_household_that_was_archived() {
        fixture()
                .known(
                        "Household",
                        HOUSEHOLD,
                        new HouseholdArchived(new Residence(HOUSEHOLD, SHUITIAN, 7), null, null, DAY))
                .on(DAY)
                .when(record(List.of(FIRST), null, null))
                .refused("household-not-in-force");
    }

    @Test
    void refuses_a_cadre_nobody_knows() {
        fixture()
                .on(DAY)
                .when(record(List.of(FIRST, new UUID(3, 9)), null, null))
                .refused("cadre-not-found");
    }

    @Test
    void refuses_a_cadre_who_no_longer_serves() {
        fixture()
                .known("Cadre", SECOND, withdrawn(SECOND, DAY))
                .on(DAY)
                .when(record(List.of(FIRST, SECOND), null, null))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_visit_by_nobody() {
        fixture().on(DAY).when(record(List.of(), null, null)).refusedField("/cadreIds");
    }

    @Test
    void refuses_a_cadre_named_twice() {
        fixture()
                .on(DAY)
                .when(record(List.of(FIRST, SECOND, FIRST), null, null))
                .refusedField("/cadreIds/2");
    }

    @Test
    void refuses_fewer_than_no_persons_met() {
        RecordVisit command = new RecordVisit(
                VISIT,
                null,
                null,
                null,
                null,
                HOUSEHOLD,
                List.of(FIRST),
                VisitKind.DISPERSED,
                null,
                -1,
                null,
                null,
                null);
        fixture().on(DAY).when(command).refusedField("/personsMet");
    }

    @Test
    void refuses_a_visit_tomorrow() {
        fixture()
                .on(CommandFixture.TODAY.plusDays(1))
                .when(record(List.of(FIRST), null, null))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_a_visit_before_the_programme_was_launched() {
        twoProgrammes()
                .on(LAUNCH)
                .when(new RecordVisit(
                        VISIT,
                        OTHER_PROGRAMME,
                        null,
                        null,
                        null,
                        HOUSEHOLD,
                        List.of(FIRST),
                        VisitKind.DISPERSED,
                        null,
                        null,
                        null,
                        null,
                        null))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_to_record_a_visit_twice() {
        fixture()
                .given(RECORDED)
                .on(DAY)
                .when(record(List.of(FIRST), null, null))
                .refused("already-exists");
    }

    @Test
    void a_voided_visit_may_be_recorded_again() {
        fixture()
                .given(RECORDED, voided(0, RECORDED))
                .on(DAY)
                .when(record(List.of(FIRST, SECOND), null, null))
                .events(RECORDED);
    }

    @Test
    void the_diary_may_be_said_to_be_that_of_another_cadre_who_was_there() {
        assertThat(fixture()
                        .on(DAY)
                        .when(record(SECOND))
                        .only(VisitRecorded.class)
                        .diaryCadreId())
                .isEqualTo(SECOND);
        fixture().caller(cadre(FIRST)).on(DAY).when(record(SECOND)).refused("not-your-diary");
        assertThat(fixture()
                        .caller(cadre(SECOND))
                        .on(DAY)
                        .when(record(SECOND))
                        .only(VisitRecorded.class)
                        .diaryCadreId())
                .isEqualTo(SECOND);
    }

    @Test
    void refuses_the_diary_of_a_cadre_who_was_not_there() {
        fixture()
                .on(DAY)
                .when(new RecordVisit(
                        VISIT,
                        null,
                        null,
                        null,
                        null,
                        HOUSEHOLD,
                        List.of(FIRST),
                        VisitKind.DISPERSED,
                        null,
                        null,
                        null,
                        text("日记"),
                        SECOND))
                .refused("cadre-not-at-visit");
    }

    private static RecordVisit record(UUID diaryCadreId) {
        return new RecordVisit(
                VISIT,
                null,
                null,
                null,
                null,
                HOUSEHOLD,
                List.of(FIRST, SECOND),
                VisitKind.DISPERSED,
                null,
                4,
                null,
                text("日记"),
                diaryCadreId);
    }

    private static CommandFixture twoProgrammes() {
        LocalDate later = LAUNCH.plusDays(1);
        return fixture()
                .known(
                        "Programme",
                        OTHER_PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(OTHER_PROGRAMME, BUREAU, "5303"), "另一项", LinkMode.EXACTLY_ONE, later),
                        new VisitRoundOpened(
                                new Sphere(OTHER_PROGRAMME, BUREAU, "5303"),
                                OTHER_ROUND,
                                RoundKind.DISPERSED,
                                "一轮",
                                later));
    }

    private static RecordVisit record(List<UUID> cadreIds, @Nullable UUID roundId, @Nullable Sealed diary) {
        return new RecordVisit(
                VISIT,
                null,
                null,
                null,
                null,
                HOUSEHOLD,
                cadreIds,
                VisitKind.DISPERSED,
                roundId,
                4,
                text("缺水"),
                diary,
                null);
    }
}
