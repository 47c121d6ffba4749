package org.minqing.query.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.Task;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.query.Village;

/**
 * A year of a programme that is not the demonstration's: bands, tasks, a purpose, a crop and a campaign of its own, and something of
 * nearly everything else a report tells.
 */
final class Deeds {
    private final Village village;
    private final String year;
    private int count;

    private Deeds(Village village, int year) {
        this.village = village;
        this.year = year + "-";
    }

    /** All of it between March and November of the year, by the village's office. */
    static void in(Village village, int year) {
        Deeds deeds = new Deeds(village, year);
        deeds.settings();
        deeds.links();
        deeds.visitsAndActivities();
        deeds.concernsAndDisputes();
        deeds.money();
        deeds.project("walnuts", 60, 200);
        deeds.project("lamps", 45, 150);
        deeds.works();
        deeds.posting();
        deeds.shortcomings();
    }

    private LocalDate day(String day) {
        return LocalDate.parse(year + day);
    }

    private UUID id(String name) {
        return village.id(year + name);
    }

    private void put(String type, UUID id, DomainEvent event) {
        village.put(type + "-" + id, event);
    }

    private void settings() {
        UUID programme = village.programme;
        put(
                "Programme",
                programme,
                new LeadingGroupEstablished(
                        village.sphere(), id("group"), "扶贫工作组", id("head"), List.of(), "扶贫工作组办公室", null, day("03-01")));
        put(
                "Programme",
                programme,
                new LinkQuotaDefined(village.sphere(), id("q1"), "股级", List.of("150"), 2, day("03-01")));
        put(
                "Programme",
                programme,
                new LinkQuotaDefined(village.sphere(), id("q2"), "一般干部", List.of("160"), 1, day("03-01")));
        put(
                "Programme",
                programme,
                new TaskCatalogueAdopted(
                        village.sphere(),
                        List.of(
                                new Task("T1", "访贫问苦", "visit the poor", List.of()),
                                new Task("T2", "兴业", null, List.of())),
                        day("03-01")));
        put(
                "Programme",
                programme,
                new ImplementationPlanAdopted(village.sphere(), id("plan"), "方案", null, null, day("03-02")));
        village.put(
                "Division-" + village.county,
                new HardshipDeclared(
                        new DivisionEvent.Place(village.county),
                        id("drought"),
                        HardshipKind.DROUGHT,
                        day("03-01").getYear(),
                        null,
                        day("03-03")));
    }

    private void links() {
        UUID point = id("point");
        Site site = new Site(point, village.programme, village.office, village.id);
        UUID cadre = id("cadre");
        UUID household = id("household");
        put("LinkPoint", point, new LinkPointDesignated(site, 100, day("03-04")));
        put("LinkPoint", point, new KeyVillageDesignated(site, id("key"), day("03-04")));
        put(
                "LinkPoint",
                point,
                new CadreEnrolled(site, new Enrolment(id("enrolment"), cadre, "150", "股级", 2), day("03-05")));
        put(
                "LinkPoint",
                point,
                new HouseholdAdmitted(site, new Admission(id("admission"), 7, household), day("03-05")));
        put(
                "LinkPoint",
                point,
                new CadreAssignedToHousehold(
                        site,
                        new Link(id("link"), id("admission"), 7, household, id("enrolment"), cadre, "150", "股级", 2),
                        LinkMode.EXACTLY_ONE,
                        day("03-06")));
    }

    private void visitsAndActivities() {
        for (VisitKind kind : VisitKind.values()) {
            UUID visit = id("visit " + kind);
            put(
                    "Visit",
                    visit,
                    new VisitRecorded(
                            village.account(visit),
                            new Home(7, id("household")),
                            null,
                            List.of(id("cadre")),
                            kind,
                            null,
                            3,
                            null,
                            village.sealed("household:" + id("household"), "日记"),
                            id("cadre"),
                            day("04-01")));
        }
        for (ActivityKind kind : ActivityKind.values()) {
            activity(kind, null);
        }
        activity(ActivityKind.STUDY, StudyMode.COLLECTIVE);
        activity(ActivityKind.STUDY, StudyMode.SELF);
    }

    private void activity(ActivityKind kind, @Nullable StudyMode mode) {
        UUID activity = id("activity " + count++);
        put(
                "Activity",
                activity,
                new ActivityRecorded(
                        new ActivityEvent.Place(activity, village.programme, village.office, village.id),
                        new Occasion(
                                kind,
                                kind == ActivityKind.STUDY && mode == null ? StudyMode.DISPERSED : mode,
                                "题目",
                                kind == ActivityKind.MEETING ? "清洁家园" : null,
                                kind == ActivityKind.SAFETY_CHECK ? id("works") : null,
                                null,
                                null,
                                "T1",
                                List.of(id("cadre"))),
                        10,
                        day("05-01")));
    }

    private void concernsAndDisputes() {
        for (ConcernKind kind : ConcernKind.values()) {
            UUID concern = id("concern " + kind);
            Topic of = new Topic(concern, village.programme, village.office, village.id, null, "T1", kind);
            put(
                    "Concern",
                    concern,
                    new ConcernRaised(
                            of,
                            List.of(7, 8),
                            null,
                            null,
                            null,
                            village.sealed("concern:" + concern, "诉求"),
                            day("06-30"),
                            day("04-02")));
            put("Concern", concern, new ConcernResolved(of, null, null, day("05-02")));
        }
        UUID again = id("concern " + ConcernKind.REQUEST);
        put(
                "Concern",
                again,
                new ConcernReopened(
                        new Topic(
                                again, village.programme, village.office, village.id, null, "T1", ConcernKind.REQUEST),
                        null,
                        day("08-30"),
                        null,
                        null,
                        day("06-02")));
        UUID dispute = id("dispute");
        Case of = new Case(dispute, village.programme, village.office, village.id, null, "T1", DisputeKind.NEIGHBOUR);
        put(
                "Dispute",
                dispute,
                new DisputeRegistered(
                        of,
                        List.of(village.person("钱示例"), village.person("孙示例")),
                        village.sealed("dispute:" + dispute, "争执"),
                        null,
                        day("04-03")));
        put("Dispute", dispute, new DisputeResolved(of, DisputeOutcome.RECONCILED, 2, day("05-03")));
    }

    private void money() {
        UUID fund = id("fund");
        Account of = new Account(fund, village.programme, village.office, village.id, "助学");
        put("Fund", fund, new FundOpened(of, village.id, day("03-10")));
        put(
                "Fund",
                fund,
                new UnitContributionRecorded(
                        of, new Entry(id("entry"), null, "T1"), village.office, yuan("8000"), day("03-11")));
        put(
                "Fund",
                fund,
                new FundsAllocated(
                        of, new Entry(id("allocation"), null, "T1"), "助学", null, yuan("5000"), day("03-12")));
    }

    private static Money yuan(String yuan) {
        return Money.yuan(new BigDecimal(yuan));
    }

    private Undertaking of(String project) {
        return new Undertaking(id(project), village.programme, village.office, village.id);
    }

    private void project(String name, int households, int persons) {
        put(
                "Project",
                id(name),
                new ProjectProposed(
                        of(name),
                        new Classification(null, "T1"),
                        new Plan(ProjectKind.INDUSTRY, name, null, id("concern DIFFICULTY")),
                        day("04-05")));
        put("Project", id(name), new ProjectApproved(of(name), null, day("04-06")));
        benefit(name, BeneficiaryKind.HOUSEHOLDS, households, "households");
        benefit(name, BeneficiaryKind.PERSONS, persons, "persons");
    }

    private void benefit(String name, BeneficiaryKind kind, int number, String unit) {
        put(
                "Project",
                id(name),
                new BeneficiariesRecorded(
                        of(name),
                        new Classification(null, "T1"),
                        id(name + kind),
                        kind,
                        new Quantity(BigDecimal.valueOf(number), unit, Qualifier.EXACT, null),
                        false,
                        day("09-01")));
    }

    private void works() {
        measured("walnuts", "核桃", "50", "mu");
        measured("lamps", "路灯", "30", "sets");
        put(
                "Project",
                id("lamps"),
                new InvestmentLineAdded(
                        of("lamps"),
                        new Classification(null, "T1"),
                        new Investment(id("line"), InvestmentSource.OTHER, yuan("90000")),
                        day("06-01")));
        put("Project", id("lamps"), new ProjectAccepted(of("lamps"), null, day("10-01")));
    }

    private void measured(String project, String item, String value, String unit) {
        put(
                "Project",
                id(project),
                new QuantityMeasured(
                        of(project),
                        new Classification(null, "T1"),
                        id(item),
                        ProjectItem.OTHER,
                        item,
                        new Quantity(new BigDecimal(value), unit, Qualifier.EXACT, null),
                        null,
                        day("08-01")));
    }

    private void posting() {
        Assignment of = new Assignment(id("posting"), village.programme, village.office, village.id);
        put(
                "Posting",
                id("posting"),
                new PostingBegun(
                        of,
                        PostingKind.INSTRUCTOR,
                        id("cadre"),
                        List.of(InstructorRole.INSTRUCTOR, InstructorRole.PUBLICIST),
                        new Security(yuan("600"), null),
                        null,
                        "T1",
                        day("03-20")));
        put(
                "Posting",
                id("posting"),
                new AttendanceRecorded(
                        of,
                        id("cadre"),
                        year + "04",
                        20,
                        village.sealed("person:" + id("cadre"), "村干部"),
                        day("04-30")));
        put("Posting", id("posting"), new InstructorAssessed(of, id("cadre"), AssessmentGrade.EXCELLENT, day("11-30")));
    }

    private void shortcomings() {
        for (RectificationSource source :
                List.of(RectificationSource.STUDY, RectificationSource.HAZARD, RectificationSource.INSPECTION)) {
            UUID matter = id("matter " + source);
            Owner of = new Owner(matter, village.programme, village.office, village.id, null);
            Aspect aspect = source == RectificationSource.HAZARD ? Aspect.SAFETY : Aspect.CONDUCT;
            put(
                    "Rectification",
                    matter,
                    new RectificationRaised(
                            of,
                            new Matter(source, aspect, List.of(), day("10-30")),
                            village.sealed("rectification:" + matter, "问题"),
                            day("09-05")));
            if (source != RectificationSource.STUDY) {
                put("Rectification", matter, new RectificationConfirmed(of, day("10-05")));
            }
        }
    }
}
