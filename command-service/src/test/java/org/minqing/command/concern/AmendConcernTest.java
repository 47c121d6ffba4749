package org.minqing.command.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.concern.Concerns.ACCEPTED;
import static org.minqing.command.concern.Concerns.ASSIGNED;
import static org.minqing.command.concern.Concerns.BUREAU;
import static org.minqing.command.concern.Concerns.CADRE;
import static org.minqing.command.concern.Concerns.CITY;
import static org.minqing.command.concern.Concerns.CONCERN;
import static org.minqing.command.concern.Concerns.CONFIRMED;
import static org.minqing.command.concern.Concerns.ESCALATED;
import static org.minqing.command.concern.Concerns.HOUSEHOLD;
import static org.minqing.command.concern.Concerns.OF;
import static org.minqing.command.concern.Concerns.OTHER_CADRE;
import static org.minqing.command.concern.Concerns.PROGRESSED;
import static org.minqing.command.concern.Concerns.RAISED;
import static org.minqing.command.concern.Concerns.REJECTED;
import static org.minqing.command.concern.Concerns.REOPENED;
import static org.minqing.command.concern.Concerns.RESOLVED;
import static org.minqing.command.concern.Concerns.VISIT;
import static org.minqing.command.concern.Concerns.WATER_OFFICE;
import static org.minqing.command.concern.Concerns.corrected;
import static org.minqing.command.concern.Concerns.fixture;
import static org.minqing.command.concern.Concerns.march;
import static org.minqing.command.concern.Concerns.of;
import static org.minqing.command.concern.Concerns.raised;
import static org.minqing.command.concern.Concerns.voided;
import static org.minqing.command.platform.CommandFixture.PENDING;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.concern.ConcernCommand.AcceptConcern;
import org.minqing.command.concern.ConcernCommand.ConfirmResolution;
import org.minqing.command.concern.ConcernCommand.ProgressConcern;
import org.minqing.events.Corrected;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;

/** Of a concern something never was, or was otherwise. */
class AmendConcernTest {
    private static final ConcernEvent[] STORY = {
        RAISED, ACCEPTED, ASSIGNED, PROGRESSED, ESCALATED, RESOLVED, CONFIRMED, REOPENED
    };
    private static final ConcernRaised REQUESTED = raised(ConcernKind.REQUEST, List.of(7, 8), null, null, null);
    private static final Corrected<ConcernEvent> CORRECTED = corrected(0, RAISED, REQUESTED);

    @Test
    void another_kind_has_another_day_by_which_it_is_due() {
        fixture()
                .given(RAISED, ACCEPTED)
                .whenCorrected(givenId(0), "{\"kind\": \"REQUEST\"}")
                .events(
                        CORRECTED,
                        corrected(1, ACCEPTED, new ConcernAccepted(REQUESTED.of(), null, null, ACCEPTED.occurredOn())));
    }

    @Test
    void groups_source_and_who_took_it_down_are_corrected() {
        Topic of = new Topic(CONCERN, OF.programmeId(), BUREAU, OF.villageId(), WATER_OFFICE, "T6", OF.kind());
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), """
                        {"organisationId": "%s", "officeId": "%s", "taskCode": "T6", "groups": [8], "cadreId": "%s",
                         "source": {"type": "Visit", "id": "%s"}, "text": "没有水"}""".formatted(BUREAU, WATER_OFFICE, CADRE, VISIT))
                .events(corrected(
                        0,
                        RAISED,
                        new ConcernRaised(
                                of,
                                List.of(8),
                                null,
                                CADRE,
                                new Source("Visit", VISIT.toString()),
                                PENDING,
                                RAISED.dueOn(),
                                RAISED.occurredOn())));
    }

    @Test
    void corrections_stack_and_the_same_again_changes_nothing() {
        ConcernRaised fewer = raised(ConcernKind.DIFFICULTY, List.of(7), null, null, null);
        fixture()
                .given(RAISED, corrected(0, RAISED, fewer))
                .whenCorrected(givenId(0), "{\"kind\": \"OPINION\"}")
                .events(corrected(0, fewer, raised(ConcernKind.OPINION, List.of(7), null, null, null)));
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), "{\"kind\": \"DIFFICULTY\", \"groups\": [7, 8]}")
                .nothing();
    }

    @Test
    void refuses_a_group_twice_an_unknown_task_and_an_unknown_source() {
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), "{\"groups\": [7, 7]}")
                .refusedField("/changes/groups/1");
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), "{\"taskCode\": \"T99\"}")
                .refusedField("/changes/taskCode");
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), "{\"source\": {\"type\": \"Visit\", \"id\": \"" + new UUID(9, 9) + "\"}}")
                .refused("visit-not-found");
    }

    @Test
    void another_household_is_that_of_every_step_and_takes_other_words() {
        String household = "{\"householdId\": \"" + HOUSEHOLD + "\"%s}";
        fixture()
                .given(RAISED)
                .whenCorrected(givenId(0), household.formatted(""))
                .refusedField("/changes/text", "sealed-for-another");
        String words = household.formatted(", \"text\": \"低保\"");
        ConcernRaised after = new ConcernRaised(
                OF, RAISED.groups(), HOUSEHOLD, null, null, PENDING, RAISED.dueOn(), RAISED.occurredOn());
        fixture().given(RAISED).whenCorrected(givenId(0), words).events(corrected(0, RAISED, after));
        fixture().given(RAISED, ACCEPTED).whenCorrected(givenId(0), words).reliedOn("concern-raised-otherwise");
        fixture()
                .given(RAISED, ACCEPTED)
                .whenCorrected(givenId(0), words, true)
                .events(voided(1, ACCEPTED), corrected(0, RAISED, after));
    }

    @Test
    void an_acceptance_and_an_assignment_were_otherwise() {
        fixture()
                .given(STORY)
                .whenCorrected(givenId(1), "{\"dueOn\": \"2012-03-30\"}")
                .events(corrected(1, ACCEPTED, new ConcernAccepted(OF, null, march(30), march(3))));
        fixture()
                .given(STORY)
                .whenCorrected(givenId(2), "{\"cadreId\": \"" + OTHER_CADRE + "\"}")
                .events(corrected(2, ASSIGNED, new ConcernAssigned(OF, null, OTHER_CADRE, BUREAU, null, march(5))));
        fixture()
                .given(STORY)
                .whenCorrected(givenId(2), "{\"cadreId\": null}")
                .events(corrected(2, ASSIGNED, new ConcernAssigned(OF, null, null, CITY, null, march(5))));
        fixture()
                .given(RAISED, REJECTED)
                .whenCorrected(givenId(1), "{\"reasonCode\": \"DUPLICATE\"}")
                .events(corrected(
                        1, REJECTED, new ConcernRejected(OF, null, REJECTED.reason(), "DUPLICATE", march(12))));
    }

    @Test
    void refuses_to_correct_what_was_voided_and_what_is_not_the_cadres() {
        fixture()
                .given(RAISED, voided(0, RAISED))
                .whenCorrected(givenId(0), "{\"kind\": \"OPINION\"}")
                .refused("event-voided");
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .given(RAISED)
                .whenCorrected(givenId(0), "{\"kind\": \"OPINION\"}")
                .refused("not-your-concern");
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .given(RAISED)
                .whenVoided(givenId(0))
                .refused("not-your-concern");
    }

    @Test
    void voids_a_concern_with_all_its_steps_the_last_first() {
        fixture().given(STORY).whenVoidedWithFollowing(givenId(0)).events(voidedFrom(0));
        fixture().given(RAISED, ACCEPTED).whenVoided(givenId(0)).reliedOn("concern-voided");
    }

    @Test
    void voids_a_step_and_those_that_rest_on_it() {
        fixture().given(STORY).whenVoided(givenId(5)).reliedOn("concern-not-answered", "concern-not-answered");
        fixture().given(STORY).whenVoidedWithFollowing(givenId(5)).events(voidedFrom(5));
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED)
                .whenVoided(givenId(2))
                .reliedOn("concern-not-assigned");
        fixture()
                .given(
                        RAISED,
                        ACCEPTED,
                        ASSIGNED,
                        REJECTED,
                        REOPENED,
                        new ConcernEvent.ConcernResolved(OF, null, null, march(15)))
                .whenVoided(givenId(2))
                .reliedOn("concern-not-assigned");
    }

    @Test
    void voids_a_step_alone_on_which_nothing_rests() {
        fixture().given(STORY).whenVoided(givenId(3)).events(voided(3, PROGRESSED));
        fixture().given(STORY).whenVoided(givenId(4)).events(voided(4, ESCALATED));
        fixture().given(STORY).whenVoided(givenId(6)).events(voided(6, CONFIRMED));
        fixture().given(RAISED, REJECTED).whenVoided(givenId(1)).events(voided(1, REJECTED));
    }

    @Test
    void what_is_entered_late_is_voided_alone() {
        ConcernProgressed late = new ConcernProgressed(OF, null, null, march(8));
        fixture()
                .today("2013-01-01")
                .given(RAISED, ACCEPTED)
                .on(march(8))
                .when(new ProgressConcern(CONCERN, null))
                .events(late);
        fixture()
                .today("2013-01-01")
                .given(RAISED, ACCEPTED, late)
                .whenVoided(givenId(2))
                .events(voided(2, late));
    }

    @Test
    void voids_what_is_in_force_of_a_concern_that_was_corrected() {
        fixture().given(RAISED, CORRECTED).whenVoided(givenId(0)).events(voided(0, REQUESTED));
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        fixture().given(RAISED, CORRECTED).whenVoided(givenId(1)).events(voided(1, CORRECTED));
        Voided<Corrected<ConcernEvent>> undone = voided(1, CORRECTED);
        fixture()
                .given(RAISED, CORRECTED, undone)
                .on(march(3))
                .when(new AcceptConcern(CONCERN, null))
                .events(ACCEPTED);
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture()
                .given(RAISED, voided(0, RAISED))
                .whenVoidedWithFollowing(givenId(0))
                .nothing();
        fixture()
                .given(RAISED, ACCEPTED, voided(1, ACCEPTED))
                .whenVoided(givenId(1))
                .nothing();
        fixture().given(RAISED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    @Test
    void a_voided_answer_answers_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, voided(3, RESOLVED))
                .when(new ConfirmResolution(CONCERN, null))
                .refused("concern-not-answered");
    }

    @Test
    void refuses_every_step_of_a_voided_concern() {
        fixture()
                .given(RAISED, voided(0, RAISED))
                .when(new AcceptConcern(CONCERN, null))
                .refused("concern-voided");
    }

    @Test
    void a_corrected_concern_goes_on_as_what_it_is() {
        fixture()
                .given(RAISED, CORRECTED)
                .on(march(3))
                .when(new AcceptConcern(CONCERN, null))
                .events(new ConcernAccepted(of(ConcernKind.REQUEST), null, null, march(3)));
        assertThat(ACCEPTED.of().kind()).isEqualTo(ConcernKind.DIFFICULTY);
    }

    private static Voided<?>[] voidedFrom(int first) {
        Voided<?>[] voided = new Voided<?>[STORY.length - first];
        for (int i = 0; i < voided.length; i++) {
            int ordinal = STORY.length - 1 - i;
            voided[i] = voided(ordinal, STORY[ordinal]);
        }
        return voided;
    }

    @Test
    void another_village_is_that_of_every_step() {
        String elsewhere = "{\"villageCode\": \"" + Concerns.PIANSHAN + "\"}";
        Topic there = new Topic(CONCERN, OF.programmeId(), CITY, Concerns.PIANSHAN, null, null, OF.kind());
        ConcernRaised after = new ConcernRaised(
                there, RAISED.groups(), null, null, null, RAISED.text(), RAISED.dueOn(), RAISED.occurredOn());
        fixture().given(RAISED).whenCorrected(givenId(0), elsewhere).events(corrected(0, RAISED, after));
        fixture()
                .given(RAISED, ACCEPTED)
                .whenCorrected(givenId(0), elsewhere)
                .events(
                        corrected(0, RAISED, after),
                        corrected(1, ACCEPTED, new ConcernAccepted(there, null, null, ACCEPTED.occurredOn())));
    }
}
