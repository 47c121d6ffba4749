package org.minqing.command.platform.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.language.Samples;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** What others rest on is not made never to have happened. */
class InUseTest {
    private static final UUID ELSEWHERE = new UUID(9, 9);

    @ParameterizedTest
    @CsvSource({
        "activity.Activity, ActivityScheduled",
        "cadre.Cadre, CadreRegistered",
        "concern.Concern, ConcernRaised",
        "dispute.Dispute, DisputeRegistered",
        "division.Division, DivisionRegistered",
        "document.Document, DocumentRequired",
        "fund.Fund, FundOpened",
        "household.Household, HouseholdRegistered",
        "inspection.Inspection, InspectionOpened",
        "linkpoint.LinkPoint, LinkPointDesignated",
        "organisation.Organisation, OrganisationRegistered",
        "period.ReportingPeriod, PeriodOpened",
        "posting.Posting, PostingBegun",
        "programme.Programme, ProgrammeLaunched",
        "project.Project, ProjectProposed",
        "visit.Visit, VisitRecorded",
        "workteam.WorkTeam, WorkTeamFormed"
    })
    void no_beginning_is_voided_while_another_stream_names_what_began(String aggregate, String event) throws Exception {
        String type = aggregate.substring(aggregate.indexOf('.') + 1);
        String code = type.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "-in-use";
        DomainEvent begun = sample(Class.forName("org.minqing.events." + aggregate + "Event$" + event));
        String id = type.equals("Division")
                ? "530328202"
                : Ids.named("golden", Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id")
                        .toString();
        CommandFixture fixture = new CommandFixture(Class.forName("org.minqing.command." + aggregate)).given(begun);
        fixture.whenVoided(CommandFixture.givenId(0)).only(Voided.class);
        fixture.known("Rectification", ELSEWHERE, about(new Source(type, id)));
        fixture.whenVoided(CommandFixture.givenId(0)).refused(code);
    }

    @ParameterizedTest
    @CsvSource({
        "programme.Programme, ProgrammeLaunched, visit.VisitEvent$VisitRecorded",
        "programme.Programme, ProgrammeLaunched, fund.FundEvent$FundOpened",
        "programme.Programme, ProgrammeLaunched, linkpoint.LinkPointEvent$LinkPointDesignated",
        "organisation.Organisation, OrganisationRegistered, visit.VisitEvent$VisitRecorded",
        "cadre.Cadre, CadreRegistered, visit.VisitEvent$DiaryEntryWritten",
        "household.Household, HouseholdRegistered, concern.ConcernEvent$ConcernRaised",
        "division.Division, DivisionRegistered, fund.FundEvent$FundOpened",
        "project.Project, ProjectProposed, fund.FundEvent$FundsAllocated",
        "concern.Concern, ConcernRaised, project.ProjectEvent$ProjectProposed"
    })
    void what_an_event_belongs_to_or_is_about_is_named_by_it(String aggregate, String event, String user)
            throws Exception {
        DomainEvent begun = sample(Class.forName("org.minqing.events." + aggregate + "Event$" + event));
        new CommandFixture(Class.forName("org.minqing.command." + aggregate))
                .given(begun)
                .known("Other", ELSEWHERE, sample(Class.forName("org.minqing.events." + user)))
                .whenVoided(CommandFixture.givenId(0))
                .refused(aggregate.substring(aggregate.indexOf('.') + 1).toLowerCase(Locale.ROOT) + "-in-use");
    }

    @Test
    void what_a_stream_holds_is_not_voided_while_another_names_it() throws Exception {
        entity("organisation.Organisation", OrganisationRegistered.class, OfficeAdded.class, "officeId");
        entity("programme.Programme", ProgrammeLaunched.class, VisitRoundOpened.class, "roundId");
    }

    private static void entity(
            String aggregate, Class<? extends DomainEvent> begun, Class<? extends DomainEvent> made, String id)
            throws Exception {
        CommandFixture fixture = new CommandFixture(Class.forName("org.minqing.command." + aggregate))
                .identifiedBy(event -> event.getClass() == made ? Ids.named("golden", id) : null)
                .given(sample(begun), sample(made));
        fixture.whenVoided(Ids.named("golden", id)).only(Voided.class);
        fixture.known("Visit", ELSEWHERE, sample(VisitRecorded.class));
        fixture.whenVoided(Ids.named("golden", id)).refused("event-in-use");
    }

    @Test
    void what_was_voided_or_corrected_elsewhere_rests_on_nothing() throws Exception {
        FundsAllocated allocated = sample(FundsAllocated.class);
        FundsAllocated otherwise = new FundsAllocated(
                allocated.of(), allocated.entry(), "饮水", null, allocated.money(), allocated.occurredOn());
        project()
                .known("Fund", ELSEWHERE, allocated, new Voided<>(ELSEWHERE, allocated, CommandFixture.REASON, null))
                .whenVoided(CommandFixture.givenId(0))
                .only(Voided.class);
        project()
                .known(
                        "Fund",
                        ELSEWHERE,
                        allocated,
                        new Corrected<>(ELSEWHERE, allocated, otherwise, CommandFixture.REASON, null))
                .whenVoided(CommandFixture.givenId(0))
                .only(Voided.class);
        project()
                .known(
                        "Fund",
                        ELSEWHERE,
                        otherwise,
                        new Corrected<>(ELSEWHERE, otherwise, allocated, CommandFixture.REASON, null))
                .whenVoided(CommandFixture.givenId(0))
                .refused("project-in-use");
    }

    private static CommandFixture project() throws Exception {
        return new CommandFixture(Class.forName("org.minqing.command.project.Project"))
                .given(sample(ProjectProposed.class));
    }

    @Test
    void a_project_is_not_given_up_before_a_day_on_which_money_was_set_aside_for_it() throws Exception {
        FundsAllocated allocated = sample(FundsAllocated.class); // on 2012-03-05
        CommandFixture fixture = project().known("Fund", ELSEWHERE, allocated).because(CommandFixture.REASON, null);
        Class<?> cancel = Class.forName("org.minqing.command.project.ProjectCommand$CancelProject");
        var constructor = cancel.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object command = constructor.newInstance(Ids.named("golden", "projectId"));
        fixture.on(LocalDate.of(2012, 3, 5)).when(command).only(ProjectCancelled.class);
        FundsAllocated later = new FundsAllocated(
                allocated.of(),
                allocated.entry(),
                allocated.purpose(),
                allocated.projectId(),
                allocated.money(),
                LocalDate.of(2012, 3, 6));
        fixture.known("Fund", new UUID(9, 8), later);
        fixture.when(command).refused("project-in-use");
        fixture.on(LocalDate.of(2012, 3, 6)).when(command).only(ProjectCancelled.class);
    }

    @Test
    void a_finding_takes_its_rectification_with_it_and_nothing_else() throws Exception {
        InspectionOpened opened = sample(InspectionOpened.class);
        FindingRecorded found = sample(FindingRecorded.class);
        Source inspection =
                new Source("Inspection", Ids.named("golden", "inspectionId").toString());
        CommandFixture fixture = new CommandFixture(Class.forName("org.minqing.command.inspection.Inspection"))
                .given(opened, found)
                .known("Rectification", found.rectificationId(), about(inspection));
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0)).events(voided(1, found), voided(0, opened));
        fixture.known("Rectification", ELSEWHERE, about(inspection));
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0)).refused("inspection-in-use");
    }

    private static Voided<DomainEvent> voided(int ordinal, DomainEvent event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static RectificationRaised about(Source source) {
        RectificationRaised sample = sample(RectificationRaised.class);
        Matter matter = sample.matter();
        return new RectificationRaised(
                new Owner(new UUID(9, 1), new UUID(9, 2), new UUID(9, 3), "5303", null),
                new Matter(matter.source(), matter.aspect(), List.of(source), matter.dueOn()),
                sample.text(),
                LocalDate.of(2012, 3, 5));
    }

    @SuppressWarnings("unchecked")
    private static <E extends DomainEvent> E sample(Class<?> event) {
        return (E) Samples.whole().of(event);
    }
}
