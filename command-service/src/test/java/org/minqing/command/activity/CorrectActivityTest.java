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
import static org.minqing.command.activity.Activities.OF;
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
import static org.minqing.command.activity.Activities.withdrawn;
import static org.minqing.command.platform.CommandFixture.givenId;
import static org.minqing.events.activity.ActivityKind.HEART_TO_HEART_TALK;
import static org.minqing.events.activity.ActivityKind.MEETING;
import static org.minqing.events.activity.ActivityKind.SAFETY_CHECK;
import static org.minqing.events.activity.ActivityKind.STUDY;
import static org.minqing.events.activity.ActivityKind.TRAINING;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.activity.ActivityCommand.CancelActivity;
import org.minqing.command.activity.ActivityCommand.FileMinutes;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;

class CorrectActivityTest {
    private static final ActivityRecorded LATER = recorded(CITY, SHUITIAN, TALK, 31);

    private static ActivityRecorded recorded(
            UUID organisationId, String divisionId, Occasion occasion, @Nullable Integer participants) {
        return new ActivityRecorded(
                new Place(ACTIVITY, PROGRAMME, organisationId, divisionId), occasion, participants, DAY);
    }

    private static Corrected<DomainEvent> corrected(int ordinal, DomainEvent before, DomainEvent after) {
        return new Corrected<>(givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static Voided<DomainEvent> voided(int ordinal, DomainEvent before) {
        return new Voided<>(givenId(ordinal), before, CommandFixture.REASON, null);
    }

    private static ActivityRecorded after(ActivityRecorded before, String changes) {
        return (ActivityRecorded) fixture()
                .given(before)
                .whenCorrected(givenId(0), changes)
                .only(Corrected.class)
                .after();
    }

    @Test
    void what_is_left_out_stays_and_the_event_says_what_was_and_what_is() {
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"participants": 31}""").events(corrected(0, RECORDED, LATER));
    }

    @Test
    void corrections_stack_on_what_is_in_force() {
        fixture()
                .given(RECORDED, corrected(0, RECORDED, LATER))
                .whenCorrected(givenId(0), """
                        {"participants": 32}""")
                .events(corrected(0, LATER, recorded(CITY, SHUITIAN, TALK, 32)));
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        Corrected<DomainEvent> correction = corrected(0, RECORDED, LATER);
        fixture().given(RECORDED, correction).whenVoided(givenId(1)).events(voided(1, correction));
        fixture()
                .given(RECORDED, correction, voided(1, correction))
                .whenCorrected(givenId(0), """
                        {"participants": 31}""")
                .events(corrected(0, RECORDED, LATER));
    }

    @Test
    void the_same_again_changes_nothing() {
        fixture()
                .given(RECORDED)
                .whenCorrected(
                        givenId(0),
                        "{\"kind\": \"HEART_TO_HEART_TALK\", \"participants\": 30, \"villageCode\": \"%s\", \"cadreIds\": [\"%s\"]}"
                                .formatted(SHUITIAN, FIRST))
                .nothing();
        fixture().given(SCHEDULED).whenCorrected(givenId(0), """
                        {"plannedOn": "2012-03-01"}""").nothing();
    }

    @Test
    void another_kind_has_what_belongs_to_it_and_nothing_else() {
        ActivityRecorded study =
                recorded(CITY, "5303", occasion(STUDY, StudyMode.SELF, "用水", null, List.of(FIRST)), null);
        assertThat(after(study, """
                        {"kind": "TRAINING", "mode": null}""").occasion()).isEqualTo(occasion(TRAINING, null, "用水", null, List.of(FIRST)));
        fixture().given(study).whenCorrected(givenId(0), """
                        {"kind": "TRAINING"}""").refusedField("/changes/mode", "only-of-a-study");
        ActivityRecorded check =
                recorded(CITY, TOWNSHIP, occasion(SAFETY_CHECK, null, "用水", MINE, List.of(FIRST)), null);
        ActivityRecorded meeting = after(check, """
                        {"kind": "MEETING", "checkedOrganisationId": null}""");
        assertThat(meeting.occasion()).isEqualTo(occasion(MEETING, null, "用水", null, List.of(FIRST)));
        assertThat(meeting.of().divisionId()).isEqualTo("5303");
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"kind": "STUDY"}""").refusedField("/changes/mode");
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"kind": "SAFETY_CHECK"}""").refusedField("/changes/organisationId");
    }

    @Test
    void another_enterprise_takes_the_place_along_unless_a_village_was_named() {
        Occasion check = occasion(SAFETY_CHECK, null, "用水", MINE, List.of());
        String quarry = "{\"checkedOrganisationId\": \"" + QUARRY + "\"}";
        ActivityRecorded moved = after(recorded(CITY, TOWNSHIP, check, null), quarry);
        assertThat(moved.occasion().checkedOrganisationId()).isEqualTo(QUARRY);
        assertThat(moved.of()).isEqualTo(new Place(ACTIVITY, PROGRAMME, CITY, PIANSHAN));
        assertThat(after(recorded(CITY, SHUITIAN, check, null), quarry).of().divisionId())
                .isEqualTo(SHUITIAN);
    }

    @Test
    void another_organisation_has_another_office_or_none() {
        ActivityRecorded other = after(RECORDED, "{\"organisationId\": \"" + BUREAU + "\"}");
        assertThat(other.of().organisationId()).isEqualTo(BUREAU);
        assertThat(other.occasion().officeId()).isNull();
        fixture()
                .given(RECORDED)
                .whenCorrected(givenId(0), "{\"organisationId\": \"" + BUREAU + "\", \"officeId\": \"" + OFFICE + "\"}")
                .refused("office-not-found");
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"taskCode": "T9"}""").refusedField("/changes/taskCode");
    }

    @Test
    void everything_but_the_day_may_be_otherwise() {
        assertThat(after(RECORDED, """
                        {"villageCode": "%s", "topic": "修路", "campaign": "干部作风转变年", "partyBranchId": "%s", "taskCode": "T1",
                         "cadreIds": ["%s"]}""".formatted(PIANSHAN, BRANCH, SECOND)))
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
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"occurredOn": "2012-02-20"}""").refusedField("/changes/occurredOn");
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"plannedOn": "2012-03-01"}""").refused("invalid-body");
        fixture().given(RECORDED).whenCorrected(givenId(0), """
                        {"topic": ""}""").refusedField("/changes/topic");
    }

    @Test
    void who_took_part_is_judged_again_on_the_day() {
        CommandFixture withdrawn = fixture()
                .given(recorded(CITY, SHUITIAN, occasion(HEART_TO_HEART_TALK, null, "用水", null, List.of(SECOND)), 30))
                .known("Cadre", SECOND, withdrawn(SECOND, PLANNED));
        withdrawn.whenCorrected(givenId(0), """
                        {"topic": "修路"}""").refused("cadre-not-in-service");
        assertThat(withdrawn
                        .whenCorrected(givenId(0), "{\"topic\": \"修路\", \"cadreIds\": [\"" + FIRST + "\"]}")
                        .events())
                .hasSize(1);
    }

    @Test
    void is_not_moved_out_of_the_callers_reach() {
        fixture()
                .caller(secretary(SHUITIAN))
                .given(RECORDED)
                .whenCorrected(givenId(0), "{\"villageCode\": \"" + PIANSHAN + "\"}")
                .refused("out-of-scope");
    }

    @Test
    void a_plan_is_otherwise_and_what_was_called_off_goes_with_it() {
        ActivityScheduled after = new ActivityScheduled(OF, TALK, DAY.plusDays(1), PLANNED);
        fixture().given(SCHEDULED).whenCorrected(givenId(0), """
                        {"plannedOn": "2012-03-02"}""").events(corrected(0, SCHEDULED, after));
        fixture().given(SCHEDULED).whenCorrected(givenId(0), """
                        {"participants": 3}""").refused("invalid-body");
        fixture()
                .given(SCHEDULED)
                .whenCorrected(givenId(0), """
                        {"plannedOn": "2012-02-19"}""")
                .refusedField("/changes/plannedOn", "planned-in-the-past");
        Place elsewhere = new Place(ACTIVITY, PROGRAMME, CITY, PIANSHAN);
        fixture()
                .given(SCHEDULED, CANCELLED)
                .whenCorrected(givenId(0), "{\"villageCode\": \"" + PIANSHAN + "\"}")
                .events(
                        corrected(0, SCHEDULED, new ActivityScheduled(elsewhere, TALK, DAY, PLANNED)),
                        corrected(
                                1, CANCELLED, new ActivityCancelled(elsewhere, REASON, null, CANCELLED.occurredOn())));
    }

    @Test
    void minutes_were_otherwise() {
        fixture()
                .given(RECORDED, MINUTES)
                .whenCorrected(givenId(1), """
                        {"minutes": "另一份记录"}""")
                .events(corrected(
                        1, MINUTES, new MinutesFiled(OF, CommandFixture.PENDING, null, MINUTES.occurredOn())));
    }

    @Test
    void what_was_planned_and_held_is_voided_from_the_end_to_the_beginning() {
        CommandFixture given = fixture().given(SCHEDULED, RECORDED, MINUTES);
        given.whenVoided(givenId(1)).reliedOn("activity-not-held");
        given.whenVoidedWithFollowing(givenId(1)).events(voided(2, MINUTES), voided(1, RECORDED));
        given.whenVoided(givenId(0)).events(voided(0, SCHEDULED));
        fixture().given(SCHEDULED, CANCELLED).whenVoided(givenId(0)).reliedOn("activity-voided");
    }

    @Test
    void a_void_takes_back_what_is_in_force() {
        fixture()
                .given(RECORDED, corrected(0, RECORDED, LATER))
                .whenVoided(givenId(0))
                .events(voided(0, LATER));
    }

    @Test
    void a_step_is_voided_alone_where_none_stands_on_it() {
        fixture().given(SCHEDULED, CANCELLED).whenVoided(givenId(1)).events(voided(1, CANCELLED));
        CommandFixture undone = fixture().given(SCHEDULED, CANCELLED, voided(1, CANCELLED));
        undone.whenVoided(givenId(1)).nothing();
        undone.on(DAY).when(a(HEART_TO_HEART_TALK).participants(30).held()).events(RECORDED);
    }

    @Test
    void refuses_a_step_that_is_none() {
        fixture().given(RECORDED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    @Test
    void what_was_voided_takes_no_step_and_may_be_recorded_anew() {
        CommandFixture fixture = fixture().given(RECORDED, voided(0, RECORDED)).on(DAY);
        fixture.whenVoided(givenId(0)).nothing();
        fixture.when(new FileMinutes(ACTIVITY, null, text("记录"), null)).refused("activity-voided");
        fixture.whenCorrected(givenId(0), """
                        {"participants": 3}""").refused("event-voided");
        fixture.when(a(HEART_TO_HEART_TALK)
                        .village(SHUITIAN)
                        .cadres(FIRST)
                        .participants(30)
                        .held())
                .events(RECORDED);
        fixture.because(REASON, null).when(new CancelActivity(ACTIVITY, null)).refused("activity-voided");
    }

    @Test
    void one_recorded_late_is_voided_and_entered_on_its_day() {
        ActivityRecorded late = new ActivityRecorded(OF, TALK, 30, CommandFixture.TODAY);
        fixture().given(SCHEDULED, late).whenVoided(givenId(1)).events(voided(1, late));
        fixture()
                .given(SCHEDULED, late, voided(1, late))
                .on(DAY)
                .when(a(HEART_TO_HEART_TALK).participants(30).held())
                .events(RECORDED);
    }
}
