package org.minqing.command.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.activity.Activities.ACTIVITY;
import static org.minqing.command.activity.Activities.BRANCH;
import static org.minqing.command.activity.Activities.BUREAU;
import static org.minqing.command.activity.Activities.CANCELLED;
import static org.minqing.command.activity.Activities.CITY;
import static org.minqing.command.activity.Activities.DAY;
import static org.minqing.command.activity.Activities.FIRST;
import static org.minqing.command.activity.Activities.MINE;
import static org.minqing.command.activity.Activities.MINUTES;
import static org.minqing.command.activity.Activities.OFFICE;
import static org.minqing.command.activity.Activities.PIANSHAN;
import static org.minqing.command.activity.Activities.PLANNED;
import static org.minqing.command.activity.Activities.PROGRAMME;
import static org.minqing.command.activity.Activities.QUARRY;
import static org.minqing.command.activity.Activities.REASON;
import static org.minqing.command.activity.Activities.RECORDED;
import static org.minqing.command.activity.Activities.SCHEDULED;
import static org.minqing.command.activity.Activities.SECOND;
import static org.minqing.command.activity.Activities.SHUITIAN;
import static org.minqing.command.activity.Activities.TALK;
import static org.minqing.command.activity.Activities.TOWNSHIP;
import static org.minqing.command.activity.Activities.a;
import static org.minqing.command.activity.Activities.fixture;
import static org.minqing.command.activity.Activities.occasion;
import static org.minqing.command.activity.Activities.secretary;
import static org.minqing.command.activity.Activities.text;
import static org.minqing.events.activity.ActivityKind.HEART_TO_HEART_TALK;
import static org.minqing.events.activity.ActivityKind.MEETING;
import static org.minqing.events.activity.ActivityKind.SAFETY_CHECK;
import static org.minqing.events.activity.ActivityKind.STUDY;
import static org.minqing.events.activity.ActivityKind.TRAINING;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.activity.ActivityEvent.ActivityCancellationVoided;
import org.minqing.events.activity.ActivityEvent.ActivityCorrected;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduleCorrected;
import org.minqing.events.activity.ActivityEvent.ActivityScheduleVoided;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.ActivityVoided;
import org.minqing.events.activity.ActivityEvent.MinutesVoided;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;

class CorrectActivityTest {
    private static final UUID HELD = CommandFixture.givenId(0);

    private static final ActivityRecorded LATER = recorded(CITY, SHUITIAN, TALK, 31);

    private static ActivityRecorded recorded(
            UUID organisationId, String divisionId, Occasion occasion, @Nullable Integer participants) {
        return new ActivityRecorded(ACTIVITY, PROGRAMME, organisationId, divisionId, occasion, participants, DAY);
    }

    private static ActivityCorrected corrected(ActivityRecorded before, ActivityRecorded after) {
        return new ActivityCorrected(
                ACTIVITY,
                after.programmeId(),
                after.organisationId(),
                after.divisionId(),
                HELD,
                before,
                after,
                REASON,
                null,
                DAY);
    }

    private static ActivityRecorded after(ActivityRecorded before, Telling telling) {
        return fixture()
                .given(before)
                .when(telling.otherwise())
                .only(ActivityCorrected.class)
                .after();
    }

    @Test
    void what_is_left_out_stays_and_the_event_says_what_was_and_what_is() {
        fixture()
                .given(RECORDED)
                .when(new Telling().participants(31).otherwise())
                .events(corrected(RECORDED, LATER));
    }

    @Test
    void corrections_stack_on_what_is_in_force() {
        fixture()
                .given(RECORDED, corrected(RECORDED, LATER))
                .when(new Telling().participants(32).otherwise())
                .events(corrected(LATER, recorded(CITY, SHUITIAN, TALK, 32)));
    }

    @Test
    void the_same_again_changes_nothing() {
        fixture()
                .given(RECORDED)
                .when(a(HEART_TO_HEART_TALK)
                        .participants(30)
                        .village(SHUITIAN)
                        .cadres(FIRST)
                        .otherwise())
                .nothing();
        fixture().given(SCHEDULED).when(new Telling().otherwise(DAY, PLANNED)).nothing();
    }

    @Test
    void another_kind_drops_what_belonged_to_the_one_before() {
        ActivityRecorded study =
                recorded(CITY, "5303", occasion(STUDY, StudyMode.SELF, "用水", null, List.of(FIRST)), null);
        assertThat(after(study, new Telling().kind(TRAINING)).occasion().mode()).isNull();
        ActivityRecorded check =
                recorded(CITY, TOWNSHIP, occasion(SAFETY_CHECK, null, "用水", MINE, List.of(FIRST)), null);
        assertThat(after(check, new Telling().kind(MEETING)).occasion().checkedOrganisationId())
                .isNull();
        fixture().given(RECORDED).when(new Telling().kind(STUDY).otherwise()).refusedField("/mode");
        fixture()
                .given(RECORDED)
                .when(new Telling().kind(SAFETY_CHECK).otherwise())
                .refusedField("/organisationId");
    }

    @Test
    void another_enterprise_takes_the_place_along_unless_a_village_was_named() {
        Occasion check = occasion(SAFETY_CHECK, null, "用水", MINE, List.of());
        ActivityRecorded moved = after(recorded(CITY, TOWNSHIP, check, null), new Telling().organisation(QUARRY));
        assertThat(moved.occasion().checkedOrganisationId()).isEqualTo(QUARRY);
        assertThat(moved.organisationId()).isEqualTo(CITY);
        assertThat(moved.divisionId()).isEqualTo(PIANSHAN);
        assertThat(after(recorded(CITY, SHUITIAN, check, null), new Telling().organisation(QUARRY))
                        .divisionId())
                .isEqualTo(SHUITIAN);
    }

    @Test
    void another_organisation_has_another_office_or_none() {
        ActivityRecorded other = after(RECORDED, new Telling().organisation(BUREAU));
        assertThat(other.organisationId()).isEqualTo(BUREAU);
        assertThat(other.occasion().officeId()).isNull();
        fixture()
                .given(RECORDED)
                .when(new Telling().organisation(BUREAU).office(OFFICE).otherwise())
                .refused("office-not-found");
        fixture().given(RECORDED).when(new Telling().task("T9").otherwise()).refusedField("/taskCode");
    }

    @Test
    void everything_but_the_day_may_be_otherwise() {
        assertThat(after(
                        RECORDED,
                        new Telling()
                                .village(PIANSHAN)
                                .topic("修路")
                                .campaign("干部作风转变年")
                                .branch(BRANCH)
                                .task("T1")
                                .cadres(SECOND)))
                .isEqualTo(recorded(
                        CITY,
                        PIANSHAN,
                        new Occasion(
                                HEART_TO_HEART_TALK,
                                null,
                                "修路",
                                "干部作风转变年",
                                null,
                                OFFICE,
                                BRANCH,
                                "T1",
                                List.of(SECOND)),
                        30));
        fixture()
                .given(RECORDED)
                .when(new Telling().participants(9).otherwise(null, PLANNED))
                .refusedField("/occurredOn");
        fixture()
                .given(RECORDED)
                .when(new Telling().participants(9).otherwise(DAY, null))
                .refusedField("/plannedOn", "only-of-a-plan");
        fixture().given(RECORDED).when(new Telling().topic("").otherwise()).refusedField("/topic");
    }

    @Test
    void a_cadre_who_stands_there_is_not_judged_again_but_a_new_one_is() {
        CommandFixture withdrawn = fixture()
                .given(RECORDED)
                .known("Cadre", FIRST, new CadreWithdrawn(FIRST, CITY, "5303", null, null, PLANNED))
                .known("Cadre", SECOND, new CadreWithdrawn(SECOND, CITY, "5303", null, null, PLANNED));
        assertThat(withdrawn.when(new Telling().topic("修路").otherwise()).events())
                .hasSize(1);
        withdrawn.when(new Telling().cadres(SECOND).otherwise()).refused("cadre-not-in-service");
    }

    @Test
    void is_not_moved_out_of_the_callers_reach() {
        fixture()
                .caller(secretary(SHUITIAN))
                .given(RECORDED)
                .when(new Telling().village(PIANSHAN).otherwise())
                .refused("out-of-scope");
    }

    @Test
    void a_plan_is_corrected_while_it_is_only_a_plan() {
        ActivityScheduled after =
                new ActivityScheduled(ACTIVITY, PROGRAMME, CITY, SHUITIAN, TALK, DAY.plusDays(1), PLANNED);
        fixture()
                .given(SCHEDULED)
                .when(new Telling().otherwise(DAY.plusDays(1), null))
                .events(new ActivityScheduleCorrected(
                        ACTIVITY, PROGRAMME, CITY, SHUITIAN, HELD, SCHEDULED, after, REASON, null, PLANNED));
        fixture()
                .given(SCHEDULED)
                .when(new Telling().participants(3).otherwise())
                .refusedField("/participants", "only-once-held");
        fixture()
                .given(SCHEDULED)
                .when(new Telling().otherwise(PLANNED.minusDays(1), null))
                .refusedField("/plannedOn", "planned-in-the-past");
        fixture()
                .given(SCHEDULED, CANCELLED)
                .when(new Telling().topic("修路").otherwise())
                .refused("activity-cancelled");
    }

    @Test
    void what_was_planned_and_held_is_voided_from_the_end_to_the_beginning() {
        fixture()
                .given(SCHEDULED, RECORDED, MINUTES)
                .when(voided(null, null))
                .events(
                        new MinutesVoided(
                                ACTIVITY,
                                PROGRAMME,
                                CITY,
                                SHUITIAN,
                                CommandFixture.givenId(2),
                                MINUTES,
                                REASON,
                                null,
                                MINUTES.occurredOn()),
                        new ActivityVoided(
                                ACTIVITY,
                                PROGRAMME,
                                CITY,
                                SHUITIAN,
                                CommandFixture.givenId(1),
                                RECORDED,
                                REASON,
                                null,
                                DAY),
                        new ActivityScheduleVoided(
                                ACTIVITY, PROGRAMME, CITY, SHUITIAN, HELD, SCHEDULED, REASON, null, PLANNED));
    }

    @Test
    void a_void_takes_back_what_is_in_force() {
        fixture()
                .given(RECORDED, corrected(RECORDED, LATER))
                .when(voided(null, DAY))
                .events(new ActivityVoided(ACTIVITY, PROGRAMME, CITY, SHUITIAN, HELD, LATER, REASON, null, DAY));
    }

    @Test
    void a_step_is_voided_alone_where_none_stands_on_it() {
        ActivityCancellationVoided undone = new ActivityCancellationVoided(
                ACTIVITY,
                PROGRAMME,
                CITY,
                SHUITIAN,
                CommandFixture.givenId(1),
                CANCELLED,
                REASON,
                null,
                CANCELLED.occurredOn());
        fixture()
                .given(SCHEDULED, CANCELLED)
                .when(voided(CommandFixture.givenId(1), null))
                .events(undone);
        fixture()
                .given(SCHEDULED, CANCELLED, undone)
                .when(voided(CommandFixture.givenId(1), null))
                .nothing();
        fixture()
                .given(SCHEDULED, CANCELLED, undone)
                .when(a(HEART_TO_HEART_TALK).participants(30).held(DAY))
                .events(RECORDED);
    }

    @Test
    void refuses_a_step_that_is_none_and_a_day_that_is_not_its_own() {
        fixture().given(RECORDED).when(voided(new UUID(9, 9), null)).refused("activity-step-not-found");
        fixture()
                .given(SCHEDULED, RECORDED)
                .when(voided(CommandFixture.givenId(1), PLANNED))
                .refusedField("/occurredOn");
        fixture()
                .given(RECORDED)
                .when(new VoidActivity(ACTIVITY, null, BUREAU, null, REASON, null, null))
                .refusedField("/organisationId");
    }

    @Test
    void what_was_voided_takes_no_step_and_may_be_recorded_anew() {
        ActivityVoided gone =
                new ActivityVoided(ACTIVITY, PROGRAMME, CITY, SHUITIAN, HELD, RECORDED, REASON, null, DAY);
        CommandFixture fixture = fixture().given(RECORDED, gone);
        fixture.when(voided(null, null)).nothing();
        fixture.when(new FileMinutes(ACTIVITY, null, null, text("记录"), null, DAY))
                .refused("activity-voided");
        fixture.when(new Telling().participants(3).otherwise()).refused("activity-voided");
        fixture.when(new CancelActivity(ACTIVITY, null, null, REASON, null, DAY))
                .refused("activity-voided");
        fixture.when(a(HEART_TO_HEART_TALK)
                        .village(SHUITIAN)
                        .cadres(FIRST)
                        .participants(30)
                        .held(DAY))
                .events(RECORDED);
    }

    private static VoidActivity voided(@Nullable UUID stepId, @Nullable LocalDate day) {
        return new VoidActivity(ACTIVITY, null, null, stepId, REASON, null, day);
    }
}
