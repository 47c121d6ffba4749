package org.minqing.command.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.concern.Concerns.BUREAU;
import static org.minqing.command.concern.Concerns.CADRE;
import static org.minqing.command.concern.Concerns.CITY;
import static org.minqing.command.concern.Concerns.CONCERN;
import static org.minqing.command.concern.Concerns.HOUSEHOLD;
import static org.minqing.command.concern.Concerns.OTHER_CADRE;
import static org.minqing.command.concern.Concerns.OTHER_HOUSEHOLD;
import static org.minqing.command.concern.Concerns.PIANSHAN;
import static org.minqing.command.concern.Concerns.PROGRAMME;
import static org.minqing.command.concern.Concerns.RAISED;
import static org.minqing.command.concern.Concerns.RAISED_ON;
import static org.minqing.command.concern.Concerns.SHUITIAN;
import static org.minqing.command.concern.Concerns.VISIT;
import static org.minqing.command.concern.Concerns.fixture;
import static org.minqing.command.concern.Concerns.raise;
import static org.minqing.command.concern.Concerns.text;
import static org.minqing.command.concern.Concerns.voided;
import static org.minqing.command.concern.Concerns.wordsOf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.concern.ConcernCommand.RaiseConcern;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.events.Source;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class RaiseConcernTest {
    @Test
    void two_groups_raise_a_difficulty() {
        fixture()
                .on(RAISED_ON)
                .when(raise(ConcernKind.DIFFICULTY, List.of(7, 8), null))
                .events(RAISED);
    }

    @Test
    void makes_the_id_of_a_concern_that_gives_none() {
        CommandFixture fixture = fixture();
        ConcernRaised made = fixture.when(new RaiseConcern(
                        null,
                        null,
                        null,
                        null,
                        null,
                        ConcernKind.OPINION,
                        SHUITIAN,
                        null,
                        null,
                        null,
                        null,
                        TestSealed.sealed("concern:" + fixture.madeId(), "路灯")))
                .only(ConcernRaised.class);
        assertThat(made.of().concernId()).isEqualTo(fixture.madeId());
        assertThat(made.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(made.groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OPINION, 2012-03-31", "SUGGESTION, 2012-03-31", "DIFFICULTY, 2012-03-16", "REQUEST, 2012-04-30"})
    void is_due_as_its_kind_says(ConcernKind kind, LocalDate dueOn) {
        assertThat(fixture()
                        .on(RAISED_ON)
                        .when(raise(kind, List.of(), null))
                        .only(ConcernRaised.class)
                        .dueOn())
                .isEqualTo(dueOn);
    }

    @Test
    void names_the_household_whose_concern_it_is() {
        assertThat(fixture()
                        .on(RAISED_ON)
                        .when(raise(ConcernKind.REQUEST, List.of(), HOUSEHOLD))
                        .only(ConcernRaised.class)
                        .householdId())
                .isEqualTo(HOUSEHOLD);
    }

    @Test
    void takes_programme_organisation_task_and_who_took_it_down_as_given() {
        ConcernRaised raised = fixture()
                .on(RAISED_ON)
                .when(new RaiseConcern(
                        CONCERN,
                        PROGRAMME,
                        BUREAU,
                        Concerns.WATER_OFFICE,
                        "T6",
                        ConcernKind.DIFFICULTY,
                        SHUITIAN,
                        List.of(7),
                        null,
                        CADRE,
                        new SourceInput("Visit", VISIT),
                        text("吃水困难")))
                .only(ConcernRaised.class);
        assertThat(raised.of().organisationId()).isEqualTo(BUREAU);
        assertThat(raised.of().officeId()).isEqualTo(Concerns.WATER_OFFICE);
        assertThat(raised.of().taskCode()).isEqualTo("T6");
        assertThat(raised.cadreId()).isEqualTo(CADRE);
        assertThat(raised.source()).isEqualTo(new Source("Visit", VISIT.toString()));
    }

    @Test
    void refuses_a_source_a_cadre_and_a_household_nobody_knows() {
        fixture()
                .on(RAISED_ON)
                .when(from(new SourceInput("Visit", new UUID(9, 9)), null))
                .refused("visit-not-found");
        fixture().on(RAISED_ON).when(from(null, new UUID(9, 9))).refused("cadre-not-found");
        fixture()
                .on(RAISED_ON)
                .when(raise(ConcernKind.REQUEST, List.of(), new UUID(9, 9)))
                .refused("household-not-found");
    }

    @Test
    void refuses_a_household_of_another_village() {
        fixture()
                .on(RAISED_ON)
                .when(raise(ConcernKind.REQUEST, List.of(), OTHER_HOUSEHOLD))
                .refusedField("/householdId", "lives-elsewhere");
    }

    @Test
    void refuses_a_household_that_was_not_on_the_register_yet() {
        fixture()
                .on(LocalDate.of(2011, 12, 25))
                .when(new RaiseConcern(
                        CONCERN,
                        PROGRAMME,
                        CITY,
                        null,
                        null,
                        ConcernKind.REQUEST,
                        SHUITIAN,
                        null,
                        HOUSEHOLD,
                        null,
                        null,
                        wordsOf(HOUSEHOLD, "低保")))
                .refused("household-not-in-force");
    }

    @Test
    void refuses_a_group_twice_and_group_zero() {
        fixture()
                .on(RAISED_ON)
                .when(raise(ConcernKind.DIFFICULTY, List.of(7, 7), null))
                .refusedField("/groups/1");
        fixture()
                .on(RAISED_ON)
                .when(raise(ConcernKind.DIFFICULTY, List.of(7, 0), null))
                .refusedField("/groups/1");
    }

    @Test
    void refuses_a_place_that_is_no_village() {
        fixture()
                .division("530328202", "播乐乡")
                .when(new RaiseConcern(
                        CONCERN,
                        null,
                        null,
                        null,
                        null,
                        ConcernKind.OPINION,
                        "530328202",
                        null,
                        null,
                        null,
                        null,
                        text("路灯")))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_days_ahead_and_days_before_the_programme() {
        fixture()
                .on(CommandFixture.TODAY.plusDays(1))
                .when(raise(ConcernKind.OPINION, List.of(), null))
                .refusedField("/occurredOn");
        fixture()
                .on(LocalDate.of(2011, 12, 25))
                .when(raise(ConcernKind.OPINION, List.of(), null))
                .refusedField("/programmeId");
    }

    @Test
    void refuses_to_raise_the_same_concern_again_unless_it_was_voided() {
        RaiseConcern again = raise(ConcernKind.DIFFICULTY, List.of(7, 8), null);
        fixture().given(RAISED).on(RAISED_ON).when(again).refused("already-exists");
        fixture().given(RAISED, voided(0, RAISED)).on(RAISED_ON).when(again).events(RAISED);
    }

    @Test
    void a_cadre_raises_the_concern_of_an_own_household_and_has_taken_it_down() {
        assertThat(fixture()
                        .caller(Concerns.cadre(CADRE))
                        .on(RAISED_ON)
                        .when(raise(ConcernKind.REQUEST, List.of(), HOUSEHOLD))
                        .only(ConcernRaised.class)
                        .cadreId())
                .isEqualTo(CADRE);
    }

    @Test
    void a_cadre_raises_what_came_up_on_an_own_visit() {
        fixture()
                .caller(Concerns.cadre(CADRE))
                .on(RAISED_ON)
                .when(from(new SourceInput("Visit", VISIT), null))
                .only(ConcernRaised.class);
    }

    @Test
    void refuses_a_cadre_what_concerns_others() {
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .on(RAISED_ON)
                .when(raise(ConcernKind.REQUEST, List.of(), HOUSEHOLD))
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .on(RAISED_ON)
                .when(from(new SourceInput("Visit", VISIT), null))
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(CADRE))
                .on(RAISED_ON)
                .when(from(null, null))
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(CADRE))
                .on(RAISED_ON)
                .when(from(new SourceInput("Visit", VISIT), OTHER_CADRE))
                .refused("not-your-concern");
    }

    @Test
    void refuses_a_household_given_with_a_village_it_does_not_live_in() {
        fixture()
                .on(RAISED_ON)
                .when(new RaiseConcern(
                        CONCERN,
                        null,
                        null,
                        null,
                        null,
                        ConcernKind.REQUEST,
                        PIANSHAN,
                        null,
                        HOUSEHOLD,
                        null,
                        null,
                        wordsOf(HOUSEHOLD, "低保")))
                .refusedField("/householdId");
    }

    private static RaiseConcern from(@Nullable SourceInput source, @Nullable UUID cadre) {
        return new RaiseConcern(
                CONCERN,
                null,
                null,
                null,
                null,
                ConcernKind.DIFFICULTY,
                SHUITIAN,
                List.of(7, 8),
                null,
                cadre,
                source,
                text("吃水困难"));
    }

    @Test
    void refuses_a_programme_that_was_closed_and_a_cadre_not_in_service() {
        CommandFixture over = fixture()
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeClosed(new Sphere(PROGRAMME, CITY, "5303"), null, null, RAISED_ON.minusDays(1)))
                .on(RAISED_ON);
        over.when(new RaiseConcern(
                        CONCERN,
                        PROGRAMME,
                        CITY,
                        null,
                        null,
                        ConcernKind.OPINION,
                        SHUITIAN,
                        null,
                        null,
                        null,
                        null,
                        text("路灯")))
                .refused("programme-not-in-force");
        fixture()
                .known(
                        "Cadre",
                        CADRE,
                        new CadreWithdrawn(new Membership(CADRE, BUREAU, "530328"), null, null, RAISED_ON.minusDays(1)))
                .on(RAISED_ON)
                .when(from(null, CADRE))
                .refused("cadre-not-in-service");
    }
}
