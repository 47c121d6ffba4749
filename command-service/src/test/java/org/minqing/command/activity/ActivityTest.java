package org.minqing.command.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.activity.Activities.ACTIVITY;
import static org.minqing.command.activity.Activities.BRANCH;
import static org.minqing.command.activity.Activities.BUREAU;
import static org.minqing.command.activity.Activities.CANCELLED;
import static org.minqing.command.activity.Activities.CITY;
import static org.minqing.command.activity.Activities.DAY;
import static org.minqing.command.activity.Activities.FIRST;
import static org.minqing.command.activity.Activities.LAUNCH;
import static org.minqing.command.activity.Activities.MINE;
import static org.minqing.command.activity.Activities.MINUTES;
import static org.minqing.command.activity.Activities.OFFICE;
import static org.minqing.command.activity.Activities.PAPER;
import static org.minqing.command.activity.Activities.PIANSHAN;
import static org.minqing.command.activity.Activities.PLANNED;
import static org.minqing.command.activity.Activities.PROGRAMME;
import static org.minqing.command.activity.Activities.QUARRY;
import static org.minqing.command.activity.Activities.REASON;
import static org.minqing.command.activity.Activities.RECORDED;
import static org.minqing.command.activity.Activities.SCHEDULED;
import static org.minqing.command.activity.Activities.SECOND;
import static org.minqing.command.activity.Activities.SHUITIAN;
import static org.minqing.command.activity.Activities.TOWNSHIP;
import static org.minqing.command.activity.Activities.a;
import static org.minqing.command.activity.Activities.fixture;
import static org.minqing.command.activity.Activities.linkPoint;
import static org.minqing.command.activity.Activities.occasion;
import static org.minqing.command.activity.Activities.office;
import static org.minqing.command.activity.Activities.secretary;
import static org.minqing.command.activity.Activities.text;
import static org.minqing.events.activity.ActivityKind.HEART_TO_HEART_TALK;
import static org.minqing.events.activity.ActivityKind.MEETING;
import static org.minqing.events.activity.ActivityKind.MOBILISATION;
import static org.minqing.events.activity.ActivityKind.PARTY_BRANCH;
import static org.minqing.events.activity.ActivityKind.SAFETY_CHECK;
import static org.minqing.events.activity.ActivityKind.STUDY;
import static org.minqing.events.activity.ActivityKind.SYMPOSIUM;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.LinkMode;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

class ActivityTest {
    @Test
    void a_talk_is_held_in_a_village_and_counts_to_the_organisation_of_its_first_cadre() {
        fixture()
                .when(a(HEART_TO_HEART_TALK)
                        .village(SHUITIAN)
                        .cadres(FIRST)
                        .participants(30)
                        .held(DAY))
                .events(RECORDED);
    }

    @Test
    void one_that_gives_no_id_gets_one_and_is_of_today() {
        CommandFixture fixture = fixture();
        ActivityRecorded made =
                fixture.when(a(MEETING).anew().village(SHUITIAN).held(null)).only(ActivityRecorded.class);
        assertThat(made.activityId()).isEqualTo(fixture.madeId());
        assertThat(made.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(made.participants()).isNull();
        assertThat(made.occasion()).isEqualTo(occasion(MEETING, null, "用水", null, List.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityKind.class,
            names = {"STUDY", "SAFETY_CHECK"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_other_kind_needs_no_more_than_a_topic_and_a_place(ActivityKind kind) {
        assertThat(fixture()
                        .when(a(kind).village(SHUITIAN).held(DAY))
                        .only(ActivityRecorded.class)
                        .occasion()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void the_link_point_of_the_village_says_who_answers_where_nobody_is_named() {
        assertThat(linkPoint(fixture(), BUREAU)
                        .when(a(SYMPOSIUM).village(SHUITIAN).held(DAY))
                        .only(ActivityRecorded.class)
                        .organisationId())
                .isEqualTo(BUREAU);
    }

    @Test
    void without_a_village_it_was_at_the_seat_of_the_organisation() {
        ActivityRecorded made =
                fixture().when(a(MEETING).organisation(BUREAU).held(DAY)).only(ActivityRecorded.class);
        assertThat(made.organisationId()).isEqualTo(BUREAU);
        assertThat(made.divisionId()).isEqualTo("530328");
    }

    @Test
    void where_nothing_is_named_the_one_programme_in_force_says_who_and_where() {
        ActivityRecorded made = fixture().when(a(MOBILISATION).held(DAY)).only(ActivityRecorded.class);
        assertThat(made.organisationId()).isEqualTo(CITY);
        assertThat(made.divisionId()).isEqualTo("5303");
    }

    @Test
    void carries_task_office_branch_and_campaign() {
        assertThat(fixture()
                        .when(a(PARTY_BRANCH)
                                .organisation(CITY)
                                .office(OFFICE)
                                .branch(BRANCH)
                                .task("T4")
                                .campaign("干部作风转变年")
                                .cadres(FIRST, SECOND)
                                .held(DAY))
                        .only(ActivityRecorded.class)
                        .occasion())
                .isEqualTo(new Occasion(
                        PARTY_BRANCH, null, "用水", "干部作风转变年", null, OFFICE, BRANCH, "T4", List.of(FIRST, SECOND)));
    }

    @Test
    void a_study_is_collective_dispersed_or_by_oneself_and_nothing_else_is() {
        assertThat(fixture()
                        .when(a(STUDY).mode(StudyMode.SELF).cadres(FIRST).held(DAY))
                        .only(ActivityRecorded.class)
                        .occasion()
                        .mode())
                .isEqualTo(StudyMode.SELF);
        fixture().when(a(STUDY).cadres(FIRST).held(DAY)).refusedField("/mode");
        fixture()
                .when(a(MEETING).mode(StudyMode.SELF).village(SHUITIAN).held(DAY))
                .refusedField("/mode");
    }

    @Test
    void the_organisation_of_a_safety_check_is_the_enterprise_checked() {
        ActivityRecorded made = fixture()
                .when(a(SAFETY_CHECK).organisation(MINE).campaign("安全生产年").held(DAY))
                .only(ActivityRecorded.class);
        assertThat(made.occasion().checkedOrganisationId()).isEqualTo(MINE);
        assertThat(made.organisationId()).isEqualTo(CITY);
        assertThat(made.divisionId()).isEqualTo(TOWNSHIP);
    }

    @Test
    void who_checks_may_be_named_beside_whom_is_checked() {
        ActivityRecorded made = fixture()
                .when(a(SAFETY_CHECK)
                        .organisation(BUREAU)
                        .checked(MINE)
                        .village(SHUITIAN)
                        .held(DAY))
                .only(ActivityRecorded.class);
        assertThat(made.occasion().checkedOrganisationId()).isEqualTo(MINE);
        assertThat(made.organisationId()).isEqualTo(BUREAU);
        assertThat(made.divisionId()).isEqualTo(SHUITIAN);
    }

    @Test
    void refuses_a_safety_check_of_nobody_and_a_meeting_that_checks_somebody() {
        fixture().when(a(SAFETY_CHECK).village(SHUITIAN).held(DAY)).refusedField("/organisationId");
        fixture()
                .when(a(MEETING).village(SHUITIAN).checked(MINE).held(DAY))
                .refusedField("/checkedOrganisationId", "only-of-a-safety-check");
    }

    @Test
    void refuses_what_is_not_there_or_not_in_force() {
        fixture().when(a(MEETING).village("530328202209").held(DAY)).refused("division-not-found");
        fixture().when(a(MEETING).village(TOWNSHIP).held(DAY)).refusedField("/villageCode");
        fixture().when(a(MEETING).organisation(new UUID(2, 99)).held(DAY)).refused("organisation-not-found");
        fixture().when(a(MEETING).cadres(new UUID(3, 99)).held(DAY)).refused("cadre-not-found");
        fixture().when(a(MEETING).programme(new UUID(1, 99)).held(DAY)).refused("programme-not-found");
        fixture().when(a(MEETING).cadres(FIRST, SECOND, FIRST).held(DAY)).refusedField("/cadreIds/2");
        fixture().when(a(PARTY_BRANCH).branch(BUREAU).held(DAY)).refusedField("/partyBranchId", "not-a-party-branch");
        fixture().when(a(MEETING).office(new UUID(2, 99)).held(DAY)).refused("office-not-found");
        fixture().when(a(MEETING).task("T9").held(DAY)).refusedField("/taskCode");
        fixture().when(a(MEETING).held(LAUNCH.minusDays(1))).refusedField("/programmeId", "no-programme-in-force");
        fixture()
                .when(a(MEETING).programme(PROGRAMME).organisation(CITY).held(LAUNCH.minusDays(1)))
                .refused("organisation-not-in-force");
        fixture()
                .known("Cadre", SECOND, new CadreWithdrawn(SECOND, CITY, "5303", null, null, DAY))
                .when(a(MEETING).cadres(FIRST, SECOND).held(DAY))
                .refused("cadre-not-in-service");
        fixture()
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeClosed(PROGRAMME, CITY, "5303", null, null, DAY.minusDays(1)))
                .when(a(MEETING).programme(PROGRAMME).organisation(CITY).held(DAY))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_where_two_programmes_are_in_force_and_none_is_named() {
        UUID other = new UUID(1, 2);
        fixture()
                .known(
                        "Programme",
                        other,
                        new ProgrammeLaunched(other, BUREAU, "5303", "挂包帮", LinkMode.AT_LEAST_ONE, LAUNCH))
                .when(a(MEETING).village(SHUITIAN).held(DAY))
                .refusedField("/programmeId");
    }

    @Test
    void a_topic_is_needed_and_holds_no_number_of_a_person() {
        fixture().when(new Telling().kind(MEETING).held(DAY)).refusedField("/topic");
        fixture().when(a(MEETING).topic(" ").held(DAY)).refusedField("/topic");
        fixture().when(a(MEETING).topic("电话\n13800000000").held(DAY)).refusedField("/topic");
        fixture().when(a(MEETING).campaign("11010519491231002X").held(DAY)).refusedField("/campaign");
        assertThat(fixture()
                        .when(a(MEETING).topic("曲办发2012003号").held(DAY))
                        .only(ActivityRecorded.class)
                        .occasion()
                        .topic())
                .isEqualTo("曲办发2012003号");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture().when(a(MEETING).held(CommandFixture.TODAY.plusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void a_village_secretary_records_in_the_village_and_nowhere_else() {
        CommandFixture village = fixture().caller(secretary(SHUITIAN));
        assertThat(village.when(a(HEART_TO_HEART_TALK)
                                .village(SHUITIAN)
                                .cadres(FIRST)
                                .held(DAY))
                        .events())
                .hasSize(1);
        fixture()
                .caller(secretary(SHUITIAN))
                .when(a(MEETING).organisation(CITY).held(DAY))
                .refused("out-of-scope");
        fixture()
                .caller(secretary(SHUITIAN))
                .when(a(SAFETY_CHECK).organisation(QUARRY).held(DAY))
                .refused("out-of-scope");
    }

    @Test
    void whose_scope_is_one_organisation_records_for_no_other() {
        fixture()
                .caller(office("5303", BUREAU))
                .when(a(MEETING).organisation(CITY).held(DAY))
                .refused("out-of-scope");
        assertThat(fixture()
                        .caller(office("5303", BUREAU))
                        .when(a(MEETING).organisation(BUREAU).held(DAY))
                        .events())
                .hasSize(1);
    }

    @Test
    void is_recorded_once() {
        fixture().given(RECORDED).when(a(MEETING).village(SHUITIAN).held(DAY)).refused("already-exists");
        fixture()
                .given(RECORDED)
                .when(a(MEETING).village(SHUITIAN).planned(DAY, PLANNED))
                .refused("already-exists");
        fixture()
                .given(SCHEDULED)
                .when(a(MEETING).village(SHUITIAN).planned(DAY, PLANNED))
                .refused("already-exists");
    }

    @Test
    void is_planned_for_a_day_that_may_lie_ahead() {
        fixture()
                .when(a(HEART_TO_HEART_TALK).village(SHUITIAN).cadres(FIRST).planned(DAY, PLANNED))
                .events(SCHEDULED);
        LocalDate ahead = CommandFixture.TODAY.plusMonths(1);
        assertThat(fixture().when(a(MEETING).anew().held(null)).events()).hasSize(1);
        assertThat(fixture()
                        .when(a(MEETING).planned(ahead, null))
                        .only(ActivityScheduled.class)
                        .plannedOn())
                .isEqualTo(ahead);
        fixture()
                .when(a(MEETING).planned(PLANNED.minusDays(1), PLANNED))
                .refusedField("/plannedOn", "planned-in-the-past");
        fixture().when(a(MEETING).planned(null, PLANNED)).refusedField("/plannedOn");
    }

    @Test
    void is_held_as_planned_where_nothing_else_is_told() {
        fixture()
                .given(SCHEDULED)
                .when(a(HEART_TO_HEART_TALK).participants(30).held(DAY))
                .events(RECORDED);
    }

    @Test
    void is_held_elsewhere_and_by_others_than_planned() {
        assertThat(fixture()
                        .given(SCHEDULED)
                        .when(a(HEART_TO_HEART_TALK)
                                .village(PIANSHAN)
                                .cadres(SECOND)
                                .held(DAY.plusDays(2)))
                        .only(ActivityRecorded.class))
                .isEqualTo(new ActivityRecorded(
                        ACTIVITY,
                        PROGRAMME,
                        CITY,
                        PIANSHAN,
                        occasion(HEART_TO_HEART_TALK, null, "用水", null, List.of(SECOND)),
                        null,
                        DAY.plusDays(2)));
    }

    @Test
    void is_not_held_as_another_kind_nor_before_it_was_planned_nor_after_the_programme() {
        fixture().given(SCHEDULED).when(a(MEETING).held(DAY)).refusedField("/kind", "planned-otherwise");
        fixture()
                .given(SCHEDULED)
                .when(a(HEART_TO_HEART_TALK).held(PLANNED.minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(SCHEDULED)
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeClosed(PROGRAMME, CITY, "5303", null, null, DAY.minusDays(1)))
                .when(a(HEART_TO_HEART_TALK).held(DAY))
                .refused("programme-not-in-force");
    }

    @Test
    void a_plan_is_called_off_once() {
        fixture().given(SCHEDULED).when(cancel(CANCELLED.occurredOn())).events(CANCELLED);
        fixture().given(SCHEDULED, CANCELLED).when(cancel(DAY)).nothing();
        fixture().given(SCHEDULED).when(cancel(PLANNED.minusDays(1))).refused("out-of-order");
    }

    @Test
    void what_was_held_is_not_called_off_and_what_was_called_off_is_not_held() {
        fixture().given(RECORDED).when(cancel(DAY)).refused("activity-held");
        fixture()
                .given(SCHEDULED, CANCELLED)
                .when(a(HEART_TO_HEART_TALK).held(DAY))
                .refused("activity-cancelled");
        fixture().given(SCHEDULED, CANCELLED).when(file(DAY)).refused("activity-cancelled");
    }

    @Test
    void minutes_are_filed_once_it_was_held_and_once() {
        fixture().given(RECORDED).when(file(MINUTES.occurredOn())).events(MINUTES);
        fixture().given(SCHEDULED).when(file(DAY)).refused("activity-not-held");
        fixture().given(RECORDED, MINUTES).when(file(MINUTES.occurredOn())).refused("minutes-already-filed");
        fixture().given(RECORDED).when(file(DAY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void a_step_belongs_to_the_activitys_own_programme_and_organisation() {
        fixture()
                .given(RECORDED)
                .when(new FileMinutes(ACTIVITY, PROGRAMME, CITY, text("记录"), null, MINUTES.occurredOn()))
                .events(MINUTES);
        fixture()
                .given(RECORDED)
                .when(new FileMinutes(ACTIVITY, new UUID(1, 2), null, text("记录"), null, DAY))
                .refusedField("/programmeId");
        fixture()
                .given(SCHEDULED)
                .when(new CancelActivity(ACTIVITY, null, BUREAU, REASON, null, DAY))
                .refusedField("/organisationId");
    }

    @Test
    void a_step_of_a_safety_check_may_name_the_enterprise_too() {
        ActivityScheduled planned = new ActivityScheduled(
                ACTIVITY, PROGRAMME, CITY, TOWNSHIP, occasion(SAFETY_CHECK, null, "用水", MINE, List.of()), DAY, PLANNED);
        assertThat(fixture()
                        .given(planned)
                        .when(new CancelActivity(ACTIVITY, null, MINE, REASON, "RAIN", DAY))
                        .only(ActivityCancelled.class)
                        .reasonCode())
                .isEqualTo("RAIN");
    }

    private static CancelActivity cancel(LocalDate day) {
        return new CancelActivity(ACTIVITY, null, null, REASON, null, day);
    }

    private static FileMinutes file(LocalDate day) {
        return new FileMinutes(ACTIVITY, null, null, text("记录"), null, day);
    }

    @Test
    void minutes_name_their_paper() {
        assertThat(fixture()
                        .given(RECORDED)
                        .when(new FileMinutes(ACTIVITY, null, null, text("记录"), PAPER, DAY))
                        .only(MinutesFiled.class)
                        .attachmentId())
                .isEqualTo(PAPER);
    }
}
