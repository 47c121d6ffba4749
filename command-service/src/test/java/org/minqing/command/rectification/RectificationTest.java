package org.minqing.command.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.rectification.RectificationCommand.ConfirmRectification;
import org.minqing.command.rectification.RectificationCommand.RaiseRectification;
import org.minqing.command.rectification.RectificationCommand.ReportDone;
import org.minqing.command.rectification.RectificationCommand.SendBackRectification;
import org.minqing.command.rectification.RectificationCommand.SetMeasure;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.events.rectification.RectificationSource;

class RectificationTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final UUID ID = new UUID(3, 1);
    private static final UUID CADRE = new UUID(4, 1);
    private static final UUID OFFICE = new UUID(2, 3);
    private static final UUID OTHER = new UUID(4, 2);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2012, 4, 1);
    private static final Matter MATTER = new Matter(
            RectificationSource.HAZARD, Aspect.SAFETY, List.of(new Source("Organisation", BUREAU.toString())), DUE);
    private static final Owner OF = new Owner(ID, PROGRAMME, BUREAU, "530328", null);
    private static final RectificationRaised RAISED = new RectificationRaised(OF, MATTER, text("消防通道堵塞"), DAY);
    private static final MeasureSet SET = measure("清理通道", 5);
    private static final DoneReported DONE = new DoneReported(OF, march(10));
    private static final RectificationSentBack BACK = new RectificationSentBack(OF, text("仍有杂物"), null, march(12));
    private static final RectificationConfirmed CONFIRMED = new RectificationConfirmed(OF, march(14));

    private static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }

    private static Sealed text(String clear) {
        return TestSealed.sealed("rectification:" + ID, clear);
    }

    private static MeasureSet measure(String clear, int day) {
        return new MeasureSet(OF, text(clear), march(day));
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Rectification.class)
                .division("530328", "沾益县")
                .known(
                        "Organisation",
                        BUREAU,
                        new OrganisationRegistered(new Seat(BUREAU, "530328"), "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, BUREAU, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", CADRE, cadre(CADRE, BUREAU, "530328"));
    }

    private static CadreRegistered cadre(UUID id, UUID organisation, String seat) {
        Sealed name = TestSealed.sealed("person:" + id, "示例");
        return new CadreRegistered(
                new Membership(id, organisation, seat), null, name, "1", "141", null, null, null, LAUNCH);
    }

    private static CommandFixture given(DomainEvent... events) {
        return fixture().given(events);
    }

    private static RaiseRectification raise(
            @Nullable UUID organisation, @Nullable UUID cadre, List<SourceInput> about, LocalDate due) {
        return new RaiseRectification(
                ID, null, organisation, cadre, RectificationSource.HAZARD, Aspect.SAFETY, about, text("消防通道堵塞"), due);
    }

    private static Voided<RectificationEvent> voided(int ordinal, RectificationEvent event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    @Test
    void a_hazard_names_the_enterprise_and_is_owed_by_its_team() {
        fixture()
                .on(DAY)
                .when(raise(BUREAU, null, List.of(new SourceInput("Organisation", BUREAU)), DUE))
                .events(RAISED);
    }

    @Test
    void a_member_owes_it_at_the_organisation_it_is_of() {
        RectificationRaised raised =
                fixture().on(DAY).when(raise(null, CADRE, List.of(), DUE)).only(RectificationRaised.class);
        assertThat(raised.of().cadreId()).isEqualTo(CADRE);
        assertThat(raised.of().organisationId()).isEqualTo(BUREAU);
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
                        LocalDate.of(2012, 7, 1)))
                .only(RectificationRaised.class);
        assertThat(raised.of().rectificationId()).isEqualTo(fixture.madeId());
        assertThat(raised.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(raised.matter().about()).isEmpty();
    }

    @Test
    void refuses_what_nobody_owes_what_is_due_before_it_was_raised_and_what_is_about_nothing_there_is() {
        fixture().on(DAY).when(raise(null, null, List.of(), DUE)).refusedField("/organisationId", "required");
        fixture()
                .on(DAY)
                .when(raise(BUREAU, null, List.of(), DAY.minusDays(1)))
                .refusedField("/dueOn", "due-before-it-was-raised");
        fixture()
                .on(DAY)
                .when(raise(BUREAU, null, List.of(new SourceInput("Activity", new UUID(9, 9))), DUE))
                .refused("activity-not-found");
        fixture().on(DAY).when(raise(new UUID(9, 9), null, List.of(), DUE)).refused("organisation-not-found");
        given(RAISED).on(DAY).when(raise(BUREAU, null, List.of(), DUE)).refused("already-exists");
    }

    @Test
    void refuses_what_is_raised_in_a_programme_not_yet_launched() {
        UUID later = new UUID(1, 2);
        fixture()
                .known(
                        "Programme",
                        later,
                        new ProgrammeLaunched(new Sphere(later, BUREAU, "5303"), "后来", LinkMode.EXACTLY_ONE, DUE))
                .on(DAY)
                .when(new RaiseRectification(
                        ID,
                        later,
                        BUREAU,
                        null,
                        RectificationSource.HAZARD,
                        Aspect.SAFETY,
                        List.of(),
                        text("消防通道堵塞"),
                        DUE))
                .refused("programme-not-in-force");
    }

    @Test
    void refuses_an_organisation_outside_the_scope() {
        fixture()
                .caller(new Caller(
                        CommandFixture.CLIENT, "x", Set.of("office"), "office", Reach.SCOPE, "5304", null, null))
                .on(DAY)
                .when(raise(BUREAU, null, List.of(), DUE))
                .refused("out-of-scope");
        fixture()
                .caller(new Caller(
                        CommandFixture.CLIENT,
                        "x",
                        Set.of("office"),
                        "office",
                        Reach.SCOPE,
                        "53",
                        new UUID(9, 9),
                        null))
                .on(DAY)
                .when(raise(BUREAU, null, List.of(), DUE))
                .refused("out-of-scope");
    }

    @Test
    void a_measure_is_set_and_another_takes_its_place() {
        given(RAISED).on(march(5)).when(new SetMeasure(ID, text("清理通道"))).events(SET);
        given(RAISED, SET).on(march(6)).when(new SetMeasure(ID, text("另辟通道"))).events(measure("另辟通道", 6));
        given(RAISED, SET).on(march(5)).when(new SetMeasure(ID, text("清理通道"))).nothing();
        given(RAISED, SET, DONE, BACK)
                .on(march(13))
                .when(new SetMeasure(ID, text("另辟通道")))
                .events(measure("另辟通道", 13));
    }

    @Test
    void no_measure_is_set_of_what_is_done_or_confirmed_or_never_was() {
        SetMeasure set = new SetMeasure(ID, text("另辟通道"));
        given(RAISED, SET, DONE).on(march(20)).when(set).refused("rectification-already-done");
        given(RAISED, SET, DONE, CONFIRMED).on(march(20)).when(set).refused("rectification-confirmed");
        given(RAISED, voided(0, RAISED)).on(march(20)).when(set).refused("rectification-voided");
        given(RAISED)
                .on(DAY.minusDays(1))
                .when(new SetMeasure(ID, text("另辟通道")))
                .refused("out-of-order");
        given(RAISED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(new SetMeasure(ID, text("另辟通道")))
                .refusedField("/occurredOn");
    }

    @Test
    void is_reported_done_once_a_measure_is_set() {
        ReportDone done = new ReportDone(ID);
        given(RAISED, SET).on(march(10)).when(done).events(DONE);
        given(RAISED, SET, DONE, BACK).on(march(13)).when(new ReportDone(ID)).events(new DoneReported(OF, march(13)));
        given(RAISED, SET, DONE).on(march(10)).when(done).nothing();
        given(RAISED).on(march(10)).when(done).refused("rectification-without-measure");
        given(RAISED, SET, DONE, CONFIRMED).on(march(10)).when(done).refused("rectification-confirmed");
        given(RAISED, SET).on(march(4)).when(new ReportDone(ID)).refused("out-of-order");
    }

    @Test
    void is_confirmed_once_it_is_done() {
        ConfirmRectification confirm = new ConfirmRectification(ID);
        given(RAISED, SET, DONE).on(march(14)).when(confirm).events(CONFIRMED);
        given(RAISED, SET, DONE, CONFIRMED).on(march(14)).when(confirm).nothing();
        given(RAISED, SET).on(march(14)).when(confirm).refused("rectification-not-done");
        given(RAISED, SET, DONE, BACK).on(march(14)).when(confirm).refused("rectification-not-done");
        given(RAISED, SET, DONE).on(march(9)).when(new ConfirmRectification(ID)).refused("out-of-order");
    }

    @Test
    void is_sent_back_from_done_alone() {
        SendBackRectification back = new SendBackRectification(ID);
        given(RAISED, SET, DONE)
                .on(march(12))
                .because(text("仍有杂物"), null)
                .when(back)
                .events(BACK);
        given(RAISED, SET, DONE, BACK)
                .on(march(12))
                .because(text("仍有杂物"), null)
                .when(back)
                .refused("rectification-not-done");
        given(RAISED, SET).on(march(12)).because(text("仍有杂物"), null).when(back).refused("rectification-not-done");
        given(RAISED, SET, DONE, CONFIRMED)
                .on(march(12))
                .because(text("仍有杂物"), null)
                .when(back)
                .refused("rectification-confirmed");
        given(RAISED, SET, DONE)
                .on(march(9))
                .because(text("仍有杂物"), null)
                .when(new SendBackRectification(ID))
                .refused("out-of-order");
    }

    private static Corrected<RectificationEvent> corrected(
            int ordinal, RectificationEvent before, RectificationEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    @Test
    void what_was_found_was_otherwise() {
        Matter matter = new Matter(RectificationSource.HAZARD, Aspect.WORK, MATTER.about(), DUE.plusDays(1));
        given(RAISED, SET)
                .whenCorrected(CommandFixture.givenId(0), """
                        {"aspect": "WORK", "dueOn": "2012-04-02"}""")
                .events(corrected(0, RAISED, new RectificationRaised(OF, matter, RAISED.text(), DAY)));
    }

    @Test
    void a_measure_was_otherwise() {
        given(RAISED, SET, DONE)
                .whenCorrected(CommandFixture.givenId(1), """
                        {"text": "清理两处通道"}""")
                .events(corrected(1, SET, new MeasureSet(OF, CommandFixture.PENDING, march(5))));
    }

    @Test
    void another_owner_owes_it_at_another_organisation_and_what_was_done_is_that_owner_s() {
        Owner before = new Owner(ID, PROGRAMME, BUREAU, "530328", CADRE);
        Owner after = new Owner(ID, PROGRAMME, OFFICE, "5303", OTHER);
        RectificationRaised raised = new RectificationRaised(before, MATTER, text("消防通道堵塞"), DAY);
        MeasureSet set = new MeasureSet(before, text("清理通道"), march(5));
        fixture()
                .known(
                        "Organisation",
                        OFFICE,
                        new OrganisationRegistered(new Seat(OFFICE, "5303"), "人大", null, null, LAUNCH))
                .known("Cadre", OTHER, cadre(OTHER, OFFICE, "5303"))
                .given(raised, set)
                .whenCorrected(CommandFixture.givenId(0), "{\"cadreId\": \"" + OTHER + "\", \"text\": \"通道堵塞\"}")
                .events(
                        corrected(0, raised, new RectificationRaised(after, MATTER, CommandFixture.PENDING, DAY)),
                        corrected(1, set, new MeasureSet(after, set.text(), march(5))));
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        given(RAISED, SET).whenCorrected(CommandFixture.givenId(0), """
                        {"aspect": "SAFETY"}""").nothing();
    }

    @Test
    void refuses_a_correction_that_could_not_have_been_entered() {
        given(RAISED)
                .whenCorrected(CommandFixture.givenId(0), """
                        {"dueOn": "2012-02-29"}""")
                .refusedField("/changes/dueOn", "due-before-it-was-raised");
        given(RAISED).whenCorrected(CommandFixture.givenId(0), """
                        {"aspect": null}""").refusedField("/changes/aspect", "required");
        given(RAISED, voided(0, RAISED))
                .whenCorrected(CommandFixture.givenId(0), """
                        {"aspect": "WORK"}""")
                .refused("event-voided");
    }

    @Test
    void a_step_on_which_others_rest_is_voided_with_them_the_last_first() {
        given(RAISED, SET, DONE, CONFIRMED)
                .whenVoided(CommandFixture.givenId(2))
                .reliedOn("rectification-not-done");
        given(RAISED, SET, DONE, CONFIRMED)
                .whenVoidedWithFollowing(CommandFixture.givenId(2))
                .events(voided(3, CONFIRMED), voided(2, DONE));
        given(RAISED, SET, DONE, BACK)
                .whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(voided(3, BACK), voided(2, DONE), voided(1, SET), voided(0, RAISED));
    }

    @Test
    void a_step_on_which_nothing_rests_is_voided_alone_and_once() {
        given(RAISED, SET, measure("另辟通道", 6))
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(1, SET));
        given(RAISED, SET, voided(1, SET)).whenVoided(CommandFixture.givenId(1)).nothing();
        given(RAISED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        RectificationRaised after = new RectificationRaised(
                OF, new Matter(RectificationSource.STUDY, Aspect.WORK, MATTER.about(), DUE), RAISED.text(), DAY);
        Corrected<RectificationEvent> correction = corrected(0, RAISED, after);
        given(RAISED, correction)
                .whenVoided(CommandFixture.givenId(1))
                .events(new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null));
        given(RAISED, correction, new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null))
                .whenCorrected(CommandFixture.givenId(0), """
                        {"aspect": "WORK"}""")
                .events(corrected(
                        0,
                        RAISED,
                        new RectificationRaised(
                                OF,
                                new Matter(RectificationSource.HAZARD, Aspect.WORK, MATTER.about(), DUE),
                                RAISED.text(),
                                DAY)));
    }

    @Test
    void what_was_voided_altogether_may_be_raised_again() {
        given(RAISED, voided(0, RAISED))
                .on(DAY)
                .when(raise(BUREAU, null, List.of(new SourceInput("Organisation", BUREAU)), DUE))
                .events(RAISED);
    }
}
