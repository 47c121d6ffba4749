package org.minqing.command.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.Caller;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Steps.Step;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.rectification.RectificationCommand.ConfirmRectification;
import org.minqing.command.rectification.RectificationCommand.CorrectRectification;
import org.minqing.command.rectification.RectificationCommand.RaiseRectification;
import org.minqing.command.rectification.RectificationCommand.ReportDone;
import org.minqing.command.rectification.RectificationCommand.SendBackRectification;
import org.minqing.command.rectification.RectificationCommand.SetMeasure;
import org.minqing.command.rectification.RectificationCommand.VoidRectification;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureCorrected;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationCorrected;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.events.rectification.RectificationSource;

class RectificationTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final UUID ID = new UUID(3, 1);
    private static final UUID CADRE = new UUID(4, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2012, 4, 1);
    private static final Matter MATTER = new Matter(
            RectificationSource.HAZARD, Aspect.SAFETY, List.of(new Source("Organisation", BUREAU.toString())), DUE);
    private static final RectificationRaised RAISED =
            new RectificationRaised(ID, PROGRAMME, BUREAU, "530328", null, MATTER, text("消防通道堵塞"), DAY);
    private static final MeasureSet SET = measure("清理通道", 5);
    private static final DoneReported DONE = new DoneReported(ID, PROGRAMME, BUREAU, "530328", null, march(10));
    private static final RectificationSentBack BACK =
            new RectificationSentBack(ID, PROGRAMME, BUREAU, "530328", null, text("仍有杂物"), null, march(12));
    private static final RectificationConfirmed CONFIRMED =
            new RectificationConfirmed(ID, PROGRAMME, BUREAU, "530328", null, march(14));

    private static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }

    private static Sealed text(String clear) {
        return TestSealed.sealed("rectification:" + ID, clear);
    }

    private static MeasureSet measure(String clear, int day) {
        return new MeasureSet(ID, PROGRAMME, BUREAU, "530328", null, text(clear), march(day));
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Rectification.class)
                .division("530328", "沾益县")
                .known("Organisation", BUREAU, new OrganisationRegistered(BUREAU, "530328", "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, BUREAU, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known(
                        "Cadre",
                        CADRE,
                        new CadreRegistered(
                                CADRE,
                                BUREAU,
                                "530328",
                                null,
                                TestSealed.sealed("person:" + CADRE, "示例"),
                                "1",
                                "141",
                                null,
                                null,
                                null,
                                LAUNCH));
    }

    private static CommandFixture given(RectificationEvent... events) {
        return fixture().given(events);
    }

    private static RaiseRectification raise(
            @Nullable UUID organisation, @Nullable UUID cadre, List<SourceInput> about, LocalDate due) {
        return new RaiseRectification(
                ID,
                null,
                organisation,
                cadre,
                RectificationSource.HAZARD,
                Aspect.SAFETY,
                about,
                text("消防通道堵塞"),
                due,
                DAY);
    }

    private static RectificationEvent voided(int ordinal, RectificationEvent event) {
        return new Never(text("误录"), null).of(new Step<>(CommandFixture.givenId(ordinal), event));
    }

    private static VoidRectification never(@Nullable UUID step, @Nullable LocalDate day) {
        return new VoidRectification(ID, step, text("误录"), null, day);
    }

    private static CorrectRectification correct(
            @Nullable Aspect aspect, @Nullable Sealed measure, @Nullable LocalDate due, @Nullable LocalDate day) {
        return new CorrectRectification(ID, null, aspect, null, null, measure, due, text("误录"), null, day);
    }

    @Test
    void a_hazard_names_the_enterprise_and_is_owed_by_its_team() {
        fixture()
                .when(raise(BUREAU, null, List.of(new SourceInput("Organisation", BUREAU)), DUE))
                .events(RAISED);
    }

    @Test
    void a_member_owes_it_at_the_organisation_it_is_of() {
        RectificationRaised raised =
                fixture().when(raise(null, CADRE, List.of(), DUE)).only(RectificationRaised.class);
        assertThat(raised.cadreId()).isEqualTo(CADRE);
        assertThat(raised.organisationId()).isEqualTo(BUREAU);
    }

    @Test
    void makes_the_id_and_takes_today_where_none_is_given() {
        CommandFixture fixture = fixture();
        RectificationRaised raised = fixture.when(new RaiseRectification(
                        null,
                        null,
                        BUREAU,
                        null,
                        RectificationSource.STUDY,
                        Aspect.THOUGHT,
                        null,
                        text("学习不够"),
                        LocalDate.of(2012, 7, 1),
                        null))
                .only(RectificationRaised.class);
        assertThat(raised.rectificationId()).isEqualTo(fixture.madeId());
        assertThat(raised.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(raised.matter().about()).isEmpty();
    }

    @Test
    void refuses_what_nobody_owes_what_is_due_before_it_was_raised_and_what_is_about_nothing_there_is() {
        fixture().when(raise(null, null, List.of(), DUE)).refusedField("/organisationId", "required");
        fixture()
                .when(raise(BUREAU, null, List.of(), DAY.minusDays(1)))
                .refusedField("/dueOn", "due-before-it-was-raised");
        fixture()
                .when(raise(BUREAU, null, List.of(new SourceInput("Activity", new UUID(9, 9))), DUE))
                .refused("activity-not-found");
        fixture().when(raise(new UUID(9, 9), null, List.of(), DUE)).refused("organisation-not-found");
        given(RAISED).when(raise(BUREAU, null, List.of(), DUE)).refused("already-exists");
    }

    @Test
    void refuses_an_organisation_outside_the_scope() {
        fixture()
                .caller(new Caller(CommandFixture.CLIENT, "x", Set.of("office"), "office", "5304", null, null))
                .when(raise(BUREAU, null, List.of(), DUE))
                .refused("out-of-scope");
        fixture()
                .caller(new Caller(CommandFixture.CLIENT, "x", Set.of("office"), "office", "53", new UUID(9, 9), null))
                .when(raise(BUREAU, null, List.of(), DUE))
                .refused("out-of-scope");
    }

    @Test
    void a_measure_is_set_and_another_takes_its_place() {
        given(RAISED).when(new SetMeasure(ID, text("清理通道"), march(5))).events(SET);
        given(RAISED, SET).when(new SetMeasure(ID, text("另辟通道"), march(6))).events(measure("另辟通道", 6));
        given(RAISED, SET).when(new SetMeasure(ID, text("清理通道"), march(5))).nothing();
        given(RAISED, SET, DONE, BACK)
                .when(new SetMeasure(ID, text("另辟通道"), march(13)))
                .events(measure("另辟通道", 13));
    }

    @Test
    void no_measure_is_set_of_what_is_done_or_confirmed_or_never_was() {
        SetMeasure set = new SetMeasure(ID, text("另辟通道"), march(20));
        given(RAISED, SET, DONE).when(set).refused("rectification-already-done");
        given(RAISED, SET, DONE, CONFIRMED).when(set).refused("rectification-confirmed");
        given(RAISED, voided(0, RAISED)).when(set).refused("rectification-voided");
        given(RAISED).when(new SetMeasure(ID, text("另辟通道"), DAY.minusDays(1))).refused("out-of-order");
        given(RAISED)
                .when(new SetMeasure(ID, text("另辟通道"), CommandFixture.TODAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void is_reported_done_once_a_measure_is_set() {
        ReportDone done = new ReportDone(ID, march(10));
        given(RAISED, SET).when(done).events(DONE);
        given(RAISED, SET, DONE, BACK)
                .when(new ReportDone(ID, march(13)))
                .events(new DoneReported(ID, PROGRAMME, BUREAU, "530328", null, march(13)));
        given(RAISED, SET, DONE).when(done).nothing();
        given(RAISED).when(done).refused("rectification-without-measure");
        given(RAISED, SET, DONE, CONFIRMED).when(done).refused("rectification-confirmed");
        given(RAISED, SET).when(new ReportDone(ID, march(4))).refused("out-of-order");
    }

    @Test
    void is_confirmed_once_it_is_done() {
        ConfirmRectification confirm = new ConfirmRectification(ID, march(14));
        given(RAISED, SET, DONE).when(confirm).events(CONFIRMED);
        given(RAISED, SET, DONE, CONFIRMED).when(confirm).nothing();
        given(RAISED, SET).when(confirm).refused("rectification-not-done");
        given(RAISED, SET, DONE, BACK).when(confirm).refused("rectification-not-done");
        given(RAISED, SET, DONE).when(new ConfirmRectification(ID, march(9))).refused("out-of-order");
    }

    @Test
    void is_sent_back_from_done_alone() {
        SendBackRectification back = new SendBackRectification(ID, text("仍有杂物"), null, march(12));
        given(RAISED, SET, DONE).when(back).events(BACK);
        given(RAISED, SET, DONE, BACK).when(back).refused("rectification-not-done");
        given(RAISED, SET).when(back).refused("rectification-not-done");
        given(RAISED, SET, DONE, CONFIRMED).when(back).refused("rectification-confirmed");
        given(RAISED, SET, DONE)
                .when(new SendBackRectification(ID, text("仍有杂物"), null, march(9)))
                .refused("out-of-order");
    }

    @Test
    void corrects_what_was_found() {
        Matter matter = new Matter(RectificationSource.HAZARD, Aspect.WORK, MATTER.about(), DUE.plusDays(1));
        given(RAISED, SET)
                .when(correct(Aspect.WORK, null, DUE.plusDays(1), DAY))
                .events(new RectificationCorrected(
                        ID,
                        PROGRAMME,
                        BUREAU,
                        "530328",
                        null,
                        CommandFixture.givenId(0),
                        RAISED,
                        new RectificationRaised(ID, PROGRAMME, BUREAU, "530328", null, matter, RAISED.text(), DAY),
                        text("误录"),
                        null,
                        DAY));
    }

    @Test
    void corrects_the_measure_last_set() {
        given(RAISED, SET)
                .when(correct(null, text("清理两处通道"), null, null))
                .events(new MeasureCorrected(
                        ID,
                        PROGRAMME,
                        BUREAU,
                        "530328",
                        null,
                        CommandFixture.givenId(1),
                        SET,
                        measure("清理两处通道", 5),
                        text("误录"),
                        null,
                        march(5)));
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        given(RAISED, SET).when(correct(Aspect.SAFETY, SET.text(), DUE, null)).nothing();
    }

    @Test
    void refuses_to_correct_what_is_not_there() {
        given(RAISED).when(correct(null, text("清理"), null, null)).refusedField("/measure", "only-once-set");
        given(RAISED)
                .when(correct(Aspect.WORK, null, null, march(2)))
                .refusedField("/occurredOn", "not-the-day-of-the-fact");
        given(RAISED)
                .when(correct(null, null, DAY.minusDays(1), null))
                .refusedField("/dueOn", "due-before-it-was-raised");
        given(RAISED, voided(0, RAISED))
                .when(correct(Aspect.WORK, null, null, null))
                .refused("rectification-voided");
    }

    @Test
    void voids_a_step_with_those_that_stand_on_it_the_last_first() {
        given(RAISED, SET, DONE, CONFIRMED)
                .when(never(CommandFixture.givenId(2), null))
                .events(voided(3, CONFIRMED), voided(2, DONE));
    }

    @Test
    void voids_all_of_it_once() {
        given(RAISED, SET, DONE, BACK)
                .when(never(null, DAY))
                .events(voided(3, BACK), voided(2, DONE), voided(1, SET), voided(0, RAISED));
        given(RAISED, voided(0, RAISED)).when(never(null, null)).nothing();
        given(RAISED, SET, voided(1, SET))
                .when(never(CommandFixture.givenId(1), null))
                .nothing();
    }

    @Test
    void refuses_to_void_an_unknown_step_or_on_another_day() {
        given(RAISED).when(never(new UUID(9, 9), null)).refused("rectification-step-not-found");
        given(RAISED).when(never(null, march(2))).refusedField("/occurredOn", "not-the-day-of-the-fact");
    }
}
