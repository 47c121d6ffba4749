package org.minqing.command.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.concern.Concerns.ACCEPTED;
import static org.minqing.command.concern.Concerns.ASSIGNED;
import static org.minqing.command.concern.Concerns.BUREAU;
import static org.minqing.command.concern.Concerns.CADRE;
import static org.minqing.command.concern.Concerns.CONCERN;
import static org.minqing.command.concern.Concerns.CONFIRMED;
import static org.minqing.command.concern.Concerns.ESCALATED;
import static org.minqing.command.concern.Concerns.OTHER_CADRE;
import static org.minqing.command.concern.Concerns.PROGRESSED;
import static org.minqing.command.concern.Concerns.RAISED;
import static org.minqing.command.concern.Concerns.RAISED_ON;
import static org.minqing.command.concern.Concerns.REJECTED;
import static org.minqing.command.concern.Concerns.REOPENED;
import static org.minqing.command.concern.Concerns.RESOLVED;
import static org.minqing.command.concern.Concerns.VISIT;
import static org.minqing.command.concern.Concerns.fixture;
import static org.minqing.command.concern.Concerns.on;
import static org.minqing.command.concern.Concerns.text;
import static org.minqing.command.concern.Concerns.voided;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.SourceInput;
import org.minqing.events.Source;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernCorrected;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernKind;

class CorrectConcernTest {
    private static final ConcernEvent[] STORY = {
        RAISED, ACCEPTED, ASSIGNED, PROGRESSED, ESCALATED, RESOLVED, CONFIRMED, REOPENED
    };

    @Test
    void another_kind_has_another_day_by_which_it_is_due() {
        ConcernCorrected corrected = fixture()
                .given(RAISED, ACCEPTED)
                .when(correct(ConcernKind.REQUEST, null, null))
                .only(ConcernCorrected.class);
        assertThat(corrected.target()).isEqualTo(givenId(0));
        assertThat(corrected.before()).isEqualTo(RAISED);
        assertThat(corrected.after().kind()).isEqualTo(ConcernKind.REQUEST);
        assertThat(corrected.after().dueOn()).isEqualTo(RAISED_ON.plusDays(60));
        assertThat(corrected.after().groups()).isEqualTo(RAISED.groups());
        assertThat(corrected.occurredOn()).isEqualTo(RAISED_ON);
    }

    @Test
    void groups_source_and_who_took_it_down_are_corrected() {
        ConcernRaised after = fixture()
                .given(RAISED)
                .when(new CorrectConcern(
                        CONCERN,
                        null,
                        BUREAU,
                        Concerns.WATER_OFFICE,
                        "T6",
                        null,
                        List.of(8),
                        CADRE,
                        new SourceInput("Visit", VISIT),
                        text("没有水"),
                        text("误录"),
                        null,
                        null))
                .only(ConcernCorrected.class)
                .after();
        assertThat(after)
                .isEqualTo(new ConcernRaised(
                        CONCERN,
                        RAISED.programmeId(),
                        BUREAU,
                        RAISED.villageId(),
                        Concerns.WATER_OFFICE,
                        "T6",
                        RAISED.kind(),
                        List.of(8),
                        null,
                        CADRE,
                        new Source("Visit", VISIT.toString()),
                        text("没有水"),
                        RAISED.dueOn(),
                        RAISED_ON));
    }

    @Test
    void corrections_stack() {
        ConcernCorrected first =
                fixture().given(RAISED).when(correct(null, List.of(7), null)).only(ConcernCorrected.class);
        ConcernCorrected second = fixture()
                .given(RAISED, first)
                .when(correct(ConcernKind.OPINION, null, null))
                .only(ConcernCorrected.class);
        assertThat(second.target()).isEqualTo(givenId(0));
        assertThat(second.before()).isEqualTo(first.after());
        assertThat(second.after().groups()).containsExactly(7);
    }

    @Test
    void the_same_again_changes_nothing() {
        fixture()
                .given(RAISED)
                .when(correct(RAISED.kind(), List.of(7, 8), RAISED_ON))
                .nothing();
    }

    @Test
    void refuses_another_day_a_group_twice_an_unknown_task_and_an_unknown_source() {
        fixture()
                .given(RAISED)
                .when(correct(null, List.of(7), RAISED_ON.plusDays(1)))
                .refusedField("/occurredOn");
        fixture().given(RAISED).when(correct(null, List.of(7, 7), null)).refusedField("/groups/1");
        fixture().given(RAISED).when(other("T99", null)).refusedField("/taskCode");
        fixture()
                .given(RAISED)
                .when(other(null, new SourceInput("Visit", new UUID(9, 9))))
                .refused("visit-not-found");
    }

    @Test
    void refuses_to_correct_what_was_voided_and_what_is_not_the_cadres() {
        fixture()
                .given(RAISED, voided(0, RAISED))
                .when(correct(ConcernKind.OPINION, null, null))
                .refused("concern-voided");
        fixture()
                .caller(Concerns.cadre(OTHER_CADRE))
                .given(RAISED)
                .when(correct(ConcernKind.OPINION, null, null))
                .refused("not-your-concern");
    }

    @Test
    void voids_a_concern_with_all_its_steps_the_last_first() {
        fixture().given(STORY).when(voiding(null, null)).events(voidedFrom(0));
    }

    @Test
    void voids_a_step_and_those_that_stand_on_it() {
        fixture().given(STORY).when(voiding(givenId(5), null)).events(voidedFrom(5));
    }

    @Test
    void voids_a_rejection() {
        fixture().given(RAISED, REJECTED).when(voiding(givenId(1), null)).events(voided(1, REJECTED));
    }

    @Test
    void voids_what_is_in_force_of_a_concern_that_was_corrected() {
        ConcernCorrected corrected = fixture()
                .given(RAISED)
                .when(correct(ConcernKind.OPINION, null, null))
                .only(ConcernCorrected.class);
        fixture().given(RAISED, corrected).when(voiding(null, null)).events(voided(0, corrected.after()));
    }

    @Test
    void voiding_again_changes_nothing() {
        fixture().given(RAISED, voided(0, RAISED)).when(voiding(null, null)).nothing();
        fixture()
                .given(RAISED, ACCEPTED, voided(1, ACCEPTED))
                .when(voiding(givenId(1), null))
                .nothing();
    }

    @Test
    void refuses_a_step_nobody_knows_and_any_other_day_than_that_of_the_fact() {
        fixture().given(RAISED).when(voiding(new UUID(9, 9), null)).refused("concern-step-not-found");
        fixture().given(RAISED).when(voiding(null, RAISED_ON.plusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void a_voided_answer_answers_nothing() {
        fixture()
                .given(RAISED, ACCEPTED, ASSIGNED, RESOLVED, voided(3, RESOLVED))
                .when(new ConfirmResolution(CONCERN, null, null, null, null))
                .refused("concern-not-answered");
    }

    @Test
    void refuses_every_step_of_a_voided_concern() {
        fixture()
                .given(RAISED, voided(0, RAISED))
                .when(new AcceptConcern(CONCERN, null, null, null, null))
                .refused("concern-voided");
    }

    @Test
    void a_corrected_concern_goes_on_as_what_it_is() {
        ConcernCorrected corrected = fixture()
                .given(RAISED)
                .when(correct(ConcernKind.OPINION, null, null))
                .only(ConcernCorrected.class);
        fixture()
                .given(RAISED, corrected)
                .when(new AcceptConcern(CONCERN, null, null, null, LocalDate.of(2012, 3, 3)))
                .events(new Next(corrected.after(), LocalDate.of(2012, 3, 3)).accepted(null));
        assertThat(on(3).accepted(null).kind()).isEqualTo(ConcernKind.DIFFICULTY);
    }

    private static ConcernEvent[] voidedFrom(int first) {
        ConcernEvent[] voided = new ConcernEvent[STORY.length - first];
        for (int i = 0; i < voided.length; i++) {
            int ordinal = STORY.length - 1 - i;
            voided[i] = voided(ordinal, STORY[ordinal]);
        }
        return voided;
    }

    private static CorrectConcern correct(
            @Nullable ConcernKind kind, @Nullable List<Integer> groups, @Nullable LocalDate day) {
        return new CorrectConcern(
                CONCERN, null, null, null, null, kind, groups, null, null, null, text("误录"), null, day);
    }

    private static CorrectConcern other(@Nullable String task, @Nullable SourceInput source) {
        return new CorrectConcern(
                CONCERN, null, null, null, task, null, null, null, source, null, text("误录"), null, null);
    }

    private static VoidConcern voiding(@Nullable UUID step, @Nullable LocalDate day) {
        return new VoidConcern(CONCERN, null, null, step, text("误录"), "DUPLICATE", day);
    }
}
