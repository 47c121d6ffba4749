package org.minqing.command.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Person;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;

/** What a later step of the same stream did not say, it says as it would had the earlier one been entered so; what it said stays. */
class FollowingStepsTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final UUID OFFICE = new UUID(4, 1);
    private static final UUID OTHER_OFFICE = new UUID(4, 2);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID BRANCH = new UUID(2, 3);
    private static final UUID ID = new UUID(7, 1);
    private static final String VILLAGE = "530328202207";
    private static final LocalDate LAUNCH = LocalDate.of(2011, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2012, 2, 1);
    private static final Sealed TEXT = TestSealed.sealed("test:text", "示例");

    private static CommandFixture fixture(String aggregate) {
        try {
            return new CommandFixture(Class.forName("org.minqing.command." + aggregate))
                    .division("530328202", "播乐乡")
                    .division(VILLAGE, "示例村")
                    .known("Organisation", CITY, organisation(CITY), office(OFFICE), office(OTHER_OFFICE))
                    .known("Organisation", BUREAU, organisation(BUREAU))
                    .known("Organisation", BRANCH, organisation(BRANCH))
                    .known("Cadre", CADRE, cadre(null))
                    .known(
                            "Programme",
                            PROGRAMME,
                            new ProgrammeLaunched(
                                    new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OrganisationRegistered organisation(UUID id) {
        return new OrganisationRegistered(new Seat(id, "5303"), "示例单位" + id, null, null, LAUNCH);
    }

    private static OfficeAdded office(UUID id) {
        return new OfficeAdded(new Seat(CITY, "5303"), id, "委室" + id, LAUNCH);
    }

    private static CadreRegistered cadre(@Nullable UUID officeId) {
        return new CadreRegistered(
                new Membership(CADRE, CITY, "5303"),
                officeId,
                TestSealed.sealed("person:" + CADRE, "示例"),
                "1",
                "150",
                null,
                null,
                null,
                LAUNCH);
    }

    private static <E extends DomainEvent> Corrected<E> corrected(int ordinal, E before, E after) {
        return new Corrected<>(givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    @Test
    void a_household_that_moved_keeps_the_number_it_is_said_to_have_had() {
        HouseholdRegistered registered = household("12", "大寨");
        HouseholdRelocated moved = moved("12", "大寨");
        fixture("household.Household")
                .given(registered, moved)
                .whenCorrected(givenId(0), "{\"householdNo\": \"21\", \"naturalVillage\": \"小寨\"}")
                .events(corrected(0, registered, household("21", "小寨")), corrected(1, moved, moved("21", "小寨")));
        HouseholdRelocated renumbered = moved("7", "上寨");
        fixture("household.Household")
                .given(registered, renumbered)
                .whenCorrected(givenId(0), "{\"householdNo\": \"21\", \"naturalVillage\": \"小寨\"}")
                .events(corrected(0, registered, household("21", "小寨")));
    }

    private static HouseholdRegistered household(String no, String naturalVillage) {
        Person head = new Person(
                new UUID(5, 1), TestSealed.sealed("person:" + new UUID(5, 1), "示例"), null, null, "02", null, null);
        return new HouseholdRegistered(new Residence(ID, VILLAGE, 7), no, head, List.of(), naturalVillage, LAUNCH);
    }

    private static HouseholdRelocated moved(String no, String naturalVillage) {
        return new HouseholdRelocated(new Removal(ID, VILLAGE, 7, VILLAGE, 3), no, naturalVillage, DAY);
    }

    @Test
    void a_cadre_who_joined_another_branch_stayed_in_the_office_in_which_he_is_said_to_have_been() {
        CadreTransferred joined = transferred(OFFICE);
        fixture("cadre.Cadre")
                .given(cadre(OFFICE), joined)
                .whenCorrected(givenId(0), "{\"officeId\": \"%s\"}".formatted(OTHER_OFFICE))
                .events(
                        corrected(0, cadre(OFFICE), cadre(OTHER_OFFICE)),
                        corrected(
                                1,
                                joined,
                                new CadreTransferred(
                                        new Transfer(CADRE, CITY, OTHER_OFFICE, CITY, "5303"),
                                        OTHER_OFFICE,
                                        BRANCH,
                                        DAY)));
    }

    private static CadreTransferred transferred(UUID officeId) {
        return new CadreTransferred(new Transfer(CADRE, CITY, OFFICE, CITY, "5303"), officeId, BRANCH, DAY);
    }

    @Test
    void a_concern_given_to_its_own_organisation_and_taken_up_again_goes_by_what_it_is_said_to_be() {
        ConcernRaised raised = raised(CITY, ConcernKind.DIFFICULTY);
        ConcernAccepted accepted = new ConcernAccepted(raised.of(), null, null, DAY);
        ConcernAssigned assigned = new ConcernAssigned(raised.of(), null, null, CITY, null, DAY);
        ConcernResolved resolved = new ConcernResolved(raised.of(), null, null, DAY);
        ConcernReopened reopened = new ConcernReopened(raised.of(), null, DAY.plusDays(15), null, null, DAY);
        ConcernRaised after = raised(BUREAU, ConcernKind.REQUEST);
        fixture("concern.Concern")
                .given(raised, accepted, assigned, resolved, reopened)
                .whenCorrected(givenId(0), "{\"organisationId\": \"%s\", \"kind\": \"REQUEST\"}".formatted(BUREAU))
                .events(
                        corrected(0, raised, after),
                        corrected(1, accepted, new ConcernAccepted(after.of(), null, null, DAY)),
                        corrected(2, assigned, new ConcernAssigned(after.of(), null, null, BUREAU, null, DAY)),
                        corrected(3, resolved, new ConcernResolved(after.of(), null, null, DAY)),
                        corrected(
                                4, reopened, new ConcernReopened(after.of(), null, DAY.plusDays(60), null, null, DAY)));
    }

    private static ConcernRaised raised(UUID organisationId, ConcernKind kind) {
        return new ConcernRaised(
                new Topic(ID, PROGRAMME, organisationId, VILLAGE, null, null, kind),
                List.of(),
                null,
                null,
                null,
                TEXT,
                DAY.plusDays(kind == ConcernKind.REQUEST ? 60 : 15),
                DAY);
    }

    @Test
    void the_court_that_is_said_to_have_been_asked_decided_and_by_the_day_the_agreement_took_effect() {
        Case of = new Case(ID, PROGRAMME, CITY, VILLAGE, null, null, DisputeKind.values()[0]);
        UUID one = new UUID(5, 1);
        UUID other = new UUID(5, 2);
        DisputeRegistered registered = new DisputeRegistered(of, List.of(person(one), person(other)), TEXT, null, DAY);
        MediationAgreementReached agreed =
                new MediationAgreementReached(of, 1, TEXT, false, DAY.plusDays(1), null, DAY);
        JudicialConfirmationApplied asked =
                new JudicialConfirmationApplied(of, DAY.plusDays(1), List.of(one, other), "播乐法庭", DAY.plusDays(9));
        CourtDecisionRecorded decided =
                new CourtDecisionRecorded(of, CourtDecision.values()[0], "播乐法庭", null, DAY.plusDays(12));
        CommandFixture fixture = fixture("dispute.Dispute")
                .given(
                        registered,
                        new MediationAccepted(of, DAY),
                        new MediationSessionHeld(of, 1, null, DAY),
                        agreed,
                        asked,
                        decided);
        fixture.whenCorrected(givenId(4), "{\"court\": \"沾益区人民法院\"}")
                .events(
                        corrected(
                                4,
                                asked,
                                new JudicialConfirmationApplied(
                                        of, DAY.plusDays(1), List.of(one, other), "沾益区人民法院", DAY.plusDays(9))),
                        corrected(
                                5,
                                decided,
                                new CourtDecisionRecorded(
                                        of, CourtDecision.values()[0], "沾益区人民法院", null, DAY.plusDays(12))));
        fixture.whenCorrected(givenId(3), "{\"effectiveOn\": \"%s\"}".formatted(DAY.plusDays(3)))
                .events(
                        corrected(
                                3,
                                agreed,
                                new MediationAgreementReached(of, 1, TEXT, false, DAY.plusDays(3), null, DAY)),
                        corrected(
                                4,
                                asked,
                                new JudicialConfirmationApplied(
                                        of, DAY.plusDays(3), List.of(one, other), "播乐法庭", DAY.plusDays(9))));
        fixture.whenCorrected(givenId(3), "{\"effectiveOn\": \"%s\"}".formatted(DAY.plusDays(10)))
                .reliedOn("agreement-not-in-effect", "court-not-asked");
    }

    private static Person person(UUID id) {
        return new Person(id, TestSealed.sealed("person:" + id, "示例"), null, null, null, null, null);
    }

    @Test
    void what_is_counted_of_a_project_is_counted_for_the_task_it_is_said_to_be_of() {
        ProjectProposed proposed = proposed("T3");
        Classification third = new Classification(null, "T3");
        Classification fifth = new Classification(null, "T5");
        Quantity metres = new Quantity(BigDecimal.TEN, "m", Qualifier.EXACT, null);
        Quantity households = new Quantity(BigDecimal.TEN, "households", Qualifier.EXACT, null);
        Investment money = new Investment(givenId(1), InvestmentSource.values()[0], Money.yuan(BigDecimal.TEN));
        InvestmentLineAdded line = new InvestmentLineAdded(proposed.of(), third, money, DAY);
        QuantityMeasured measured =
                new QuantityMeasured(proposed.of(), third, givenId(2), ProjectItem.values()[0], "管", metres, null, DAY);
        BeneficiariesRecorded said = new BeneficiariesRecorded(
                proposed.of(),
                new Classification(OFFICE, "T4"),
                givenId(3),
                BeneficiaryKind.HOUSEHOLDS,
                households,
                false,
                DAY);
        fixture("project.Project")
                .given(proposed, line, measured, said)
                .whenCorrected(givenId(0), "{\"taskCode\": \"T5\"}")
                .events(
                        corrected(0, proposed, proposed("T5")),
                        corrected(1, line, new InvestmentLineAdded(proposed.of(), fifth, money, DAY)),
                        corrected(
                                2,
                                measured,
                                new QuantityMeasured(
                                        proposed.of(),
                                        fifth,
                                        givenId(2),
                                        ProjectItem.values()[0],
                                        "管",
                                        metres,
                                        null,
                                        DAY)));
    }

    private static ProjectProposed proposed(String task) {
        return new ProjectProposed(
                new Undertaking(ID, PROGRAMME, CITY, VILLAGE),
                new Classification(null, task),
                new Plan(ProjectKind.values()[0], "人饮工程", null, null),
                DAY);
    }

    @Test
    void a_division_that_was_recoded_keeps_the_name_it_is_said_to_have_had() {
        DivisionEvent.Place of = new DivisionEvent.Place("530399");
        DivisionRegistered registered = new DivisionRegistered(of, "5303", "530399", "沾益县", LAUNCH);
        DivisionRecoded recoded = new DivisionRecoded(of, "5303", "530399", "530398", "沾益县", "沾益县", DAY);
        DivisionRenamed renamed = new DivisionRenamed(of, "5303", "沾益县", "沾益区", DAY.plusDays(1));
        DivisionRegistered after = new DivisionRegistered(of, "5303", "530399", "霑益县", LAUNCH);
        fixture("division.Division")
                .known(
                        "Division",
                        "5303",
                        new DivisionRegistered(new DivisionEvent.Place("5303"), null, "5303", "曲靖市", LAUNCH))
                .given(registered, recoded, renamed)
                .whenCorrected(givenId(0), "{\"name\": \"霑益县\"}")
                .events(
                        corrected(0, registered, after),
                        corrected(1, recoded, new DivisionRecoded(of, "5303", "530399", "530398", "霑益县", "霑益县", DAY)),
                        corrected(2, renamed, new DivisionRenamed(of, "5303", "霑益县", "沾益区", DAY.plusDays(1))));
    }

    @Test
    void what_was_paid_was_paid_for_the_purpose_for_which_it_is_said_to_have_been_set_aside() {
        Account of = new Account(ID, PROGRAMME, CITY, "5303", "饮水");
        Money yuan = Money.yuan(BigDecimal.TEN);
        FundsAllocated aside = new FundsAllocated(of, new Entry(givenId(2), null, null), "抗旱", null, yuan, DAY);
        PaidFromFund paid = paid(of, givenId(3), "抗旱");
        PaidFromFund said = paid(of, givenId(4), "送水");
        CommandFixture fixture = fixture("fund.Fund")
                .given(
                        new FundOpened(of, null, DAY),
                        new UnitContributionRecorded(of, new Entry(givenId(1), null, null), CITY, yuan, DAY),
                        aside,
                        paid,
                        said);
        fixture.whenCorrected(givenId(2), "{\"purpose\": \"修水窖\"}")
                .events(
                        corrected(
                                2,
                                aside,
                                new FundsAllocated(of, new Entry(givenId(2), null, null), "修水窖", null, yuan, DAY)),
                        corrected(3, paid, paid(of, givenId(3), "修水窖")));
    }

    private static PaidFromFund paid(Account of, UUID id, String purpose) {
        return new PaidFromFund(
                of,
                new Entry(id, null, null),
                new Withdrawal(givenId(2), purpose, null, null),
                new Payee(new UUID(6, 1), TEXT),
                Money.yuan(BigDecimal.ONE),
                null,
                DAY);
    }

    @Test
    void what_was_held_was_held_as_it_is_said_to_have_been_planned() {
        ActivityScheduled planned = planned("安全生产年", "T3");
        ActivityRecorded held = held("安全生产年", "T3");
        fixture("activity.Activity")
                .given(planned, held)
                .whenCorrected(givenId(0), "{\"campaign\": \"干部作风转变年\", \"taskCode\": \"T5\"}")
                .events(corrected(0, planned, planned("干部作风转变年", "T5")), corrected(1, held, held("干部作风转变年", "T5")));
        ActivityRecorded otherwise = held("安全生产年", "T4");
        assertThat(fixture("activity.Activity")
                        .given(planned, otherwise)
                        .whenCorrected(givenId(0), "{\"taskCode\": \"T5\"}")
                        .events())
                .hasSize(1);
    }

    private static ActivityScheduled planned(String campaign, String task) {
        return new ActivityScheduled(
                new ActivityEvent.Place(ID, PROGRAMME, CITY, "5303"), occasion(campaign, task), DAY.plusDays(2), DAY);
    }

    private static ActivityRecorded held(String campaign, String task) {
        return new ActivityRecorded(
                new ActivityEvent.Place(ID, PROGRAMME, CITY, "5303"), occasion(campaign, task), 12, DAY.plusDays(2));
    }

    private static Occasion occasion(String campaign, String task) {
        return new Occasion(ActivityKind.MEETING, null, "宣讲", campaign, null, null, null, task, List.of(CADRE));
    }
}
