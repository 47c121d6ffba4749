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
import static org.minqing.command.activity.Activities.OF_THE_BUREAU;
import static org.minqing.command.activity.Activities.OTHER_BRANCH;
import static org.minqing.command.activity.Activities.OTHER_OFFICE;
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
import static org.minqing.command.activity.Activities.SPHERE;
import static org.minqing.command.activity.Activities.THIRD;
import static org.minqing.command.activity.Activities.TOWNSHIP;
import static org.minqing.command.activity.Activities.a;
import static org.minqing.command.activity.Activities.fixture;
import static org.minqing.command.activity.Activities.linkPoint;
import static org.minqing.command.activity.Activities.occasion;
import static org.minqing.command.activity.Activities.office;
import static org.minqing.command.activity.Activities.secretary;
import static org.minqing.command.activity.Activities.text;
import static org.minqing.command.activity.Activities.withdrawn;
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
import org.minqing.command.activity.ActivityCommand.CancelActivity;
import org.minqing.command.activity.ActivityCommand.FileMinutes;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.LinkMode;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class ActivityTest {
    private static final CancelActivity CANCEL = new CancelActivity(ACTIVITY, null);
    private static final FileMinutes FILE = new FileMinutes(ACTIVITY, null, text("记录"), null);

    @Test
    void a_talk_is_held_in_a_village_and_counts_to_the_organisation_of_its_first_cadre() {
        fixture()
                .on(DAY)
                .when(a(HEART_TO_HEART_TALK)
                        .village(SHUITIAN)
                        .cadres(FIRST)
                        .participants(30)
                        .held())
                .events(RECORDED);
    }

    @Test
    void one_that_gives_no_id_gets_one_and_is_of_today() {
        CommandFixture fixture = fixture();
        ActivityRecorded made =
                fixture.when(a(MEETING).anew().village(SHUITIAN).held()).only(ActivityRecorded.class);
        assertThat(made.of().activityId()).isEqualTo(fixture.madeId());
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
                        .on(DAY)
                        .when(a(kind).village(SHUITIAN).held())
                        .only(ActivityRecorded.class)
                        .occasion()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void the_link_point_of_the_village_says_who_answers_where_nobody_is_named() {
        assertThat(linkPoint(fixture(), BUREAU)
                        .on(DAY)
                        .when(a(SYMPOSIUM).village(SHUITIAN).held())
                        .only(ActivityRecorded.class)
                        .of()
                        .organisationId())
                .isEqualTo(BUREAU);
    }

    @Test
    void without_a_village_it_was_at_the_seat_of_the_organisation() {
        ActivityRecorded made =
                fixture().on(DAY).when(a(MEETING).organisation(BUREAU).held()).only(ActivityRecorded.class);
        assertThat(made.of().organisationId()).isEqualTo(BUREAU);
        assertThat(made.of().divisionId()).isEqualTo("530328");
    }

    @Test
    void where_nothing_is_named_the_one_programme_in_force_says_who_and_where() {
        ActivityRecorded made = fixture().on(DAY).when(a(MOBILISATION).held()).only(ActivityRecorded.class);
        assertThat(made.of().organisationId()).isEqualTo(CITY);
        assertThat(made.of().divisionId()).isEqualTo("5303");
    }

    @Test
    void carries_task_office_branch_and_campaign() {
        assertThat(fixture()
                        .on(DAY)
                        .when(a(PARTY_BRANCH)
                                .organisation(CITY)
                                .office(OFFICE)
                                .branch(BRANCH)
                                .task("T4")
                                .campaign("干部作风转变年")
                                .cadres(FIRST, SECOND)
                                .held())
                        .only(ActivityRecorded.class)
                        .occasion())
                .isEqualTo(new Occasion(
                        PARTY_BRANCH, null, "用水", "干部作风转变年", null, OFFICE, BRANCH, "T4", List.of(FIRST, SECOND)));
    }

    @Test
    void a_study_is_collective_dispersed_or_by_oneself_and_nothing_else_is() {
        assertThat(fixture()
                        .on(DAY)
                        .when(a(STUDY).mode(StudyMode.SELF).cadres(FIRST).held())
                        .only(ActivityRecorded.class)
                        .occasion()
                        .mode())
                .isEqualTo(StudyMode.SELF);
        fixture().on(DAY).when(a(STUDY).cadres(FIRST).held()).refusedField("/mode");
        fixture()
                .on(DAY)
                .when(a(MEETING).mode(StudyMode.SELF).village(SHUITIAN).held())
                .refusedField("/mode");
    }

    @Test
    void the_organisation_of_a_safety_check_is_the_enterprise_checked() {
        ActivityRecorded made = fixture()
                .on(DAY)
                .when(a(SAFETY_CHECK).organisation(MINE).campaign("安全生产年").held())
                .only(ActivityRecorded.class);
        assertThat(made.occasion().checkedOrganisationId()).isEqualTo(MINE);
        assertThat(made.of().organisationId()).isEqualTo(CITY);
        assertThat(made.of().divisionId()).isEqualTo(TOWNSHIP);
    }

    @Test
    void who_checks_may_be_named_beside_whom_is_checked() {
        ActivityRecorded made = fixture()
                .on(DAY)
                .when(a(SAFETY_CHECK)
                        .organisation(BUREAU)
                        .checked(MINE)
                        .village(SHUITIAN)
                        .held())
                .only(ActivityRecorded.class);
        assertThat(made.occasion().checkedOrganisationId()).isEqualTo(MINE);
        assertThat(made.of().organisationId()).isEqualTo(BUREAU);
        assertThat(made.of().divisionId()).isEqualTo(SHUITIAN);
    }

    @Test
    void refuses_a_safety_check_of_nobody_and_a_meeting_that_checks_somebody() {
        fixture().on(DAY).when(a(SAFETY_CHECK).village(SHUITIAN).held()).refusedField("/organisationId");
        fixture()
                .on(DAY)
                .when(a(MEETING).village(SHUITIAN).checked(MINE).held())
                .refusedField("/checkedOrganisationId", "only-of-a-safety-check");
    }

    @Test
    void refuses_what_is_not_there_or_not_in_force() {
        fixture().on(DAY).when(a(MEETING).village("530328202209").held()).refused("division-not-found");
        fixture().on(DAY).when(a(MEETING).village(TOWNSHIP).held()).refusedField("/villageCode");
        fixture().on(DAY).when(a(MEETING).organisation(new UUID(2, 99)).held()).refused("organisation-not-found");
        fixture().on(DAY).when(a(MEETING).cadres(new UUID(3, 99)).held()).refused("cadre-not-found");
        fixture().on(DAY).when(a(MEETING).programme(new UUID(1, 99)).held()).refused("programme-not-found");
        fixture().on(DAY).when(a(MEETING).cadres(FIRST, SECOND, FIRST).held()).refusedField("/cadreIds/2");
        fixture()
                .on(DAY)
                .when(a(PARTY_BRANCH).branch(BUREAU).held())
                .refusedField("/partyBranchId", "not-a-party-branch");
        fixture().on(DAY).when(a(MEETING).office(new UUID(2, 99)).held()).refused("office-not-found");
        fixture().on(DAY).when(a(MEETING).task("T9").held()).refusedField("/taskCode");
        fixture().on(LAUNCH.minusDays(1)).when(a(MEETING).held()).refusedField("/programmeId", "no-programme-in-force");
        fixture()
                .on(LAUNCH.minusDays(1))
                .when(a(MEETING).programme(PROGRAMME).organisation(CITY).held())
                .refused("organisation-not-in-force");
        fixture()
                .known("Cadre", SECOND, withdrawn(SECOND, DAY))
                .on(DAY)
                .when(a(MEETING).cadres(FIRST, SECOND).held())
                .refused("cadre-not-in-service");
        fixture()
                .known("Programme", PROGRAMME, new ProgrammeClosed(SPHERE, null, null, DAY.minusDays(1)))
                .on(DAY)
                .when(a(MEETING).programme(PROGRAMME).organisation(CITY).held())
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_where_two_programmes_are_in_force_and_none_is_named() {
        UUID other = new UUID(1, 2);
        fixture()
                .known(
                        "Programme",
                        other,
                        new ProgrammeLaunched(new Sphere(other, BUREAU, "5303"), "挂包帮", LinkMode.AT_LEAST_ONE, LAUNCH))
                .on(DAY)
                .when(a(MEETING).village(SHUITIAN).held())
                .refusedField("/programmeId");
    }

    @Test
    void a_topic_is_needed_and_holds_no_number_of_a_person() {
        fixture().on(DAY).when(new ActivityFixture().kind(MEETING).held()).refusedField("/topic");
        fixture().on(DAY).when(a(MEETING).topic(" ").held()).refusedField("/topic");
        fixture().on(DAY).when(a(MEETING).topic("电话\n13800000000").held()).refusedField("/topic");
        fixture().on(DAY).when(a(MEETING).campaign("11010519491231002X").held()).refusedField("/campaign");
        assertThat(fixture()
                        .on(DAY)
                        .when(a(MEETING).topic("曲办发2012003号").held())
                        .only(ActivityRecorded.class)
                        .occasion()
                        .topic())
                .isEqualTo("曲办发2012003号");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture().on(CommandFixture.TODAY.plusDays(1)).when(a(MEETING).held()).refusedField("/occurredOn");
    }

    @Test
    void a_village_secretary_records_in_the_village_and_nowhere_else() {
        CommandFixture village = fixture().caller(secretary(SHUITIAN));
        assertThat(village.on(DAY)
                        .when(a(HEART_TO_HEART_TALK)
                                .village(SHUITIAN)
                                .cadres(FIRST)
                                .held())
                        .events())
                .hasSize(1);
        fixture()
                .caller(secretary(SHUITIAN))
                .on(DAY)
                .when(a(MEETING).organisation(CITY).held())
                .refused("out-of-scope");
        fixture()
                .caller(secretary(SHUITIAN))
                .on(DAY)
                .when(a(SAFETY_CHECK).organisation(QUARRY).held())
                .refused("out-of-scope");
    }

    @Test
    void whose_scope_is_one_organisation_records_for_no_other() {
        fixture()
                .caller(office("5303", BUREAU))
                .on(DAY)
                .when(a(MEETING).organisation(CITY).held())
                .refused("out-of-scope");
        assertThat(fixture()
                        .caller(office("5303", BUREAU))
                        .on(DAY)
                        .when(a(MEETING).organisation(BUREAU).held())
                        .events())
                .hasSize(1);
    }

    @Test
    void is_recorded_once() {
        fixture()
                .given(RECORDED)
                .on(DAY)
                .when(a(MEETING).village(SHUITIAN).held())
                .refused("already-exists");
        fixture()
                .given(RECORDED)
                .on(PLANNED)
                .when(a(MEETING).village(SHUITIAN).planned(DAY))
                .refused("already-exists");
        fixture()
                .given(SCHEDULED)
                .on(PLANNED)
                .when(a(MEETING).village(SHUITIAN).planned(DAY))
                .refused("already-exists");
    }

    @Test
    void is_planned_for_a_day_that_may_lie_ahead() {
        fixture()
                .on(PLANNED)
                .when(a(HEART_TO_HEART_TALK).village(SHUITIAN).cadres(FIRST).planned(DAY))
                .events(SCHEDULED);
        LocalDate ahead = CommandFixture.TODAY.plusMonths(1);
        assertThat(fixture().when(a(MEETING).anew().held()).events()).hasSize(1);
        assertThat(fixture()
                        .when(a(MEETING).planned(ahead))
                        .only(ActivityScheduled.class)
                        .plannedOn())
                .isEqualTo(ahead);
        fixture()
                .on(PLANNED)
                .when(a(MEETING).planned(PLANNED.minusDays(1)))
                .refusedField("/plannedOn", "planned-in-the-past");
        fixture().on(PLANNED).when(a(MEETING).planned(null)).refusedField("/plannedOn");
    }

    @Test
    void is_held_as_planned_where_nothing_else_is_told() {
        fixture()
                .given(SCHEDULED)
                .on(DAY)
                .when(a(HEART_TO_HEART_TALK).participants(30).held())
                .events(RECORDED);
    }

    @Test
    void is_held_elsewhere_and_by_others_than_planned() {
        assertThat(fixture()
                        .given(SCHEDULED)
                        .on(DAY.plusDays(2))
                        .when(a(HEART_TO_HEART_TALK)
                                .village(PIANSHAN)
                                .cadres(SECOND)
                                .held())
                        .only(ActivityRecorded.class))
                .isEqualTo(new ActivityRecorded(
                        new Place(ACTIVITY, PROGRAMME, CITY, PIANSHAN),
                        occasion(HEART_TO_HEART_TALK, null, "用水", null, List.of(SECOND)),
                        null,
                        DAY.plusDays(2)));
    }

    @Test
    void is_not_held_as_another_kind_nor_before_it_was_planned_nor_after_the_programme() {
        fixture().given(SCHEDULED).on(DAY).when(a(MEETING).held()).refusedField("/kind", "planned-otherwise");
        fixture()
                .given(SCHEDULED)
                .on(PLANNED.minusDays(1))
                .when(a(HEART_TO_HEART_TALK).held())
                .refused("out-of-order");
        fixture()
                .given(SCHEDULED)
                .known("Programme", PROGRAMME, new ProgrammeClosed(SPHERE, null, null, DAY.minusDays(1)))
                .on(DAY)
                .when(a(HEART_TO_HEART_TALK).held())
                .refused("programme-not-in-force");
    }

    @Test
    void a_plan_is_called_off_once() {
        fixture()
                .given(SCHEDULED)
                .on(CANCELLED.occurredOn())
                .because(REASON, null)
                .when(CANCEL)
                .events(CANCELLED);
        fixture()
                .given(SCHEDULED, CANCELLED)
                .on(DAY)
                .because(REASON, null)
                .when(CANCEL)
                .nothing();
        fixture()
                .given(SCHEDULED)
                .on(PLANNED.minusDays(1))
                .because(REASON, null)
                .when(CANCEL)
                .refused("out-of-order");
    }

    @Test
    void what_was_held_is_not_called_off_and_what_was_called_off_is_not_held() {
        fixture().given(RECORDED).on(DAY).because(REASON, null).when(CANCEL).refused("activity-held");
        fixture()
                .given(SCHEDULED, CANCELLED)
                .on(DAY)
                .when(a(HEART_TO_HEART_TALK).held())
                .refused("activity-cancelled");
        fixture().given(SCHEDULED, CANCELLED).on(DAY).when(FILE).refused("activity-cancelled");
    }

    @Test
    void minutes_are_filed_once_it_was_held_and_once() {
        fixture().given(RECORDED).on(MINUTES.occurredOn()).when(FILE).events(MINUTES);
        fixture().given(SCHEDULED).on(DAY).when(FILE).refused("activity-not-held");
        fixture().given(RECORDED, MINUTES).on(MINUTES.occurredOn()).when(FILE).refused("minutes-already-filed");
        fixture().given(RECORDED).on(DAY.minusDays(1)).when(FILE).refused("out-of-order");
    }

    @Test
    void a_step_belongs_to_the_activitys_own_organisation() {
        fixture()
                .given(RECORDED)
                .on(MINUTES.occurredOn())
                .when(new FileMinutes(ACTIVITY, CITY, text("记录"), null))
                .events(MINUTES);
        fixture()
                .given(RECORDED)
                .on(DAY)
                .when(new FileMinutes(ACTIVITY, MINE, text("记录"), null))
                .refusedField("/organisationId", "belongs-elsewhere");
        fixture()
                .given(SCHEDULED)
                .on(DAY)
                .because(REASON, null)
                .when(new CancelActivity(ACTIVITY, BUREAU))
                .refusedField("/organisationId", "belongs-elsewhere");
    }

    @Test
    void a_step_of_a_safety_check_may_name_the_enterprise_too() {
        ActivityScheduled planned = new ActivityScheduled(
                new Place(ACTIVITY, PROGRAMME, CITY, TOWNSHIP),
                occasion(SAFETY_CHECK, null, "用水", MINE, List.of()),
                DAY,
                PLANNED);
        assertThat(fixture()
                        .given(planned)
                        .on(DAY)
                        .because(REASON, "RAIN")
                        .when(new CancelActivity(ACTIVITY, MINE))
                        .only(ActivityCancelled.class)
                        .reasonCode())
                .isEqualTo("RAIN");
    }

    @Test
    void minutes_name_their_paper() {
        assertThat(fixture()
                        .given(RECORDED)
                        .on(DAY)
                        .when(new FileMinutes(ACTIVITY, null, text("记录"), PAPER))
                        .only(MinutesFiled.class)
                        .attachmentId())
                .isEqualTo(PAPER);
    }

    @Test
    void one_recorded_again_is_refused_by_its_name() {
        Outcome again = fixture()
                .given(RECORDED)
                .on(DAY)
                .when(a(MEETING).village(SHUITIAN).held());
        again.refused("already-exists");
        assertThat(again.refusal())
                .isNotNull()
                .extracting(Refusal::arguments)
                .isEqualTo(List.of("Activity", ACTIVITY.toString()));
    }

    @Test
    void the_organisation_of_the_first_cadre_answers_where_none_is_named() {
        assertThat(fixture()
                        .known("Cadre", THIRD, OF_THE_BUREAU)
                        .on(DAY)
                        .when(a(MEETING).village(SHUITIAN).cadres(THIRD, FIRST).held())
                        .only(ActivityRecorded.class)
                        .of())
                .isEqualTo(new Place(ACTIVITY, PROGRAMME, BUREAU, SHUITIAN));
    }

    @Test
    void the_programme_in_force_at_the_seat_of_the_organisation_is_taken_where_no_place_is_named() {
        UUID city = new UUID(1, 5);
        UUID bureau = new UUID(2, 6);
        ActivityRecorded made = fixture()
                .caller(office("53", null))
                .known(
                        "Programme",
                        city,
                        new ProgrammeLaunched(new Sphere(city, bureau, "5304"), "挂包帮", LinkMode.EXACTLY_ONE, LAUNCH))
                .known(
                        "Organisation",
                        bureau,
                        new OrganisationRegistered(new Seat(bureau, "530402"), "示例单位", null, null, LAUNCH))
                .on(DAY)
                .when(a(MEETING).organisation(bureau).held())
                .only(ActivityRecorded.class);
        assertThat(made.of()).isEqualTo(new Place(ACTIVITY, city, bureau, "530402"));
    }

    /** Everything that may be left out is named. */
    private static final ActivityScheduled WHOLE = planned(
            CITY,
            SHUITIAN,
            new Occasion(STUDY, StudyMode.SELF, "用水", "作风年", null, OFFICE, BRANCH, "T4", List.of(FIRST)));

    private static ActivityScheduled planned(UUID organisationId, String divisionId, Occasion occasion) {
        return new ActivityScheduled(
                new Place(ACTIVITY, PROGRAMME, organisationId, divisionId), occasion, DAY, PLANNED);
    }

    private static ActivityRecorded heldAs(ActivityScheduled plan, ActivityFixture said) {
        return fixture()
                .known("Organisation", CITY, new OfficeAdded(new Seat(CITY, "5303"), OTHER_OFFICE, "财经委", LAUNCH))
                .given(plan)
                .on(DAY)
                .when(said.held())
                .only(ActivityRecorded.class);
    }

    @Test
    void what_is_left_out_of_one_that_was_planned_is_as_planned() {
        ActivityRecorded made = heldAs(WHOLE, a(STUDY));
        assertThat(made.of()).isEqualTo(WHOLE.of());
        assertThat(made.occasion()).isEqualTo(WHOLE.occasion());
    }

    @Test
    void what_is_said_of_one_that_was_planned_stands_in_place_of_the_plan() {
        assertThat(heldAs(
                                WHOLE,
                                a(STUDY).mode(StudyMode.COLLECTIVE)
                                        .campaign("安全年")
                                        .office(OTHER_OFFICE)
                                        .branch(OTHER_BRANCH)
                                        .task("T5"))
                        .occasion())
                .isEqualTo(new Occasion(
                        STUDY,
                        StudyMode.COLLECTIVE,
                        "用水",
                        "安全年",
                        null,
                        OTHER_OFFICE,
                        OTHER_BRANCH,
                        "T5",
                        List.of(FIRST)));
    }

    @Test
    void held_by_another_organisation_than_planned_it_is_of_none_of_its_offices() {
        ActivityRecorded made = heldAs(WHOLE, a(STUDY).organisation(BUREAU));
        assertThat(made.of()).isEqualTo(new Place(ACTIVITY, PROGRAMME, BUREAU, SHUITIAN));
        assertThat(made.occasion().officeId()).isNull();
    }

    @Test
    void a_safety_check_held_is_of_the_enterprise_planned_unless_another_is_named() {
        ActivityScheduled atTheMine = planned(CITY, TOWNSHIP, occasion(SAFETY_CHECK, null, "用水", MINE, List.of()));
        ActivityRecorded made = heldAs(atTheMine, a(SAFETY_CHECK));
        assertThat(made.of()).isEqualTo(atTheMine.of());
        assertThat(made.occasion()).isEqualTo(atTheMine.occasion());
        ActivityRecorded elsewhere = heldAs(atTheMine, a(SAFETY_CHECK).organisation(QUARRY));
        assertThat(elsewhere.of()).isEqualTo(new Place(ACTIVITY, PROGRAMME, CITY, PIANSHAN));
        assertThat(elsewhere.occasion().checkedOrganisationId()).isEqualTo(QUARRY);
        ActivityScheduled inTheVillage = planned(CITY, SHUITIAN, atTheMine.occasion());
        assertThat(heldAs(inTheVillage, a(SAFETY_CHECK).organisation(QUARRY))
                        .of()
                        .divisionId())
                .isEqualTo(SHUITIAN);
    }

    @Test
    void refuses_a_check_of_an_enterprise_that_was_not_there_yet() {
        UUID later = new UUID(2, 7);
        fixture()
                .known(
                        "Organisation",
                        later,
                        new OrganisationRegistered(new Seat(later, TOWNSHIP), "示例单位", null, null, DAY.plusDays(1)))
                .on(DAY)
                .when(a(SAFETY_CHECK)
                        .organisation(CITY)
                        .checked(later)
                        .village(SHUITIAN)
                        .held())
                .refused("organisation-not-in-force");
    }
}
