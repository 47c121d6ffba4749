package org.minqing.query.project;

import static org.minqing.query.QueryServer.id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QuerySide;

/**
 * Water, a road and herbs in 水田, as they were recorded: two lines of investment, one of which never was; a pipe measured late; a
 * road measured in cubic metres that were square metres; a project that never was.
 */
final class Works {
    static final String VILLAGE = "530328202207";
    static final UUID PROGRAMME = id("programme");
    static final UUID OFFICE = id("office");
    static final UUID WATER = id("water");
    static final UUID ROAD = id("road");
    static final UUID HERBS = id("herbs");
    static final UUID NEVER = id("never");
    static final UUID FUND = id("fund");
    private static final Account MONEY = new Account(FUND, PROGRAMME, OFFICE, VILLAGE, "饮水");
    private static final LocalDate DAY = day("2012-11-01");
    private static final Classification CLASSIFICATION = new Classification(null, "T3");

    private static final InvestmentLineAdded KEY = line("key", InvestmentSource.KEY_VILLAGE, "100000");
    private static final InvestmentLineAdded KEY_CORRECTED = line("key", InvestmentSource.KEY_VILLAGE, "120000");
    private static final InvestmentLineAdded DEPARTMENTS = line("departments", InvestmentSource.DEPARTMENTS, "50000");
    private static final InvestmentLineAdvanced DEPARTMENTS_PAID = advanced(DEPARTMENTS, "2012-03-11");
    private static final WorkCompleted COMPLETED = new WorkCompleted(of(WATER), day("2012-05-01"));
    private static final QuantityMeasured CUBIC =
            measured(ROAD, ProjectItem.ROAD_SURFACE, "14000", "m3", Qualifier.EXACT, "2012-10-01");
    private static final QuantityMeasured SQUARE =
            measured(ROAD, ProjectItem.ROAD_SURFACE, "14000", "m2", Qualifier.EXACT, "2012-10-01");

    final QuerySide server;
    /** Where the log stood when work was completed: nothing was measured yet. */
    final long completed;
    /** Where it stood when the year's report was made: nothing was corrected yet. */
    final long report;

    final long head;

    Works(QuerySide server) {
        this.server = server;
        division("530328", null, "沾益县");
        division("530328202", "530328", "播乐乡");
        division(VILLAGE, "530328202", "水田村");
        append(
                "2011-12-26",
                "Organisation-" + OFFICE,
                new OrganisationRegistered(new Seat(OFFICE, "530328"), "市人大办", null, null, day("2011-12-26")));
        put("2012-02-01", WATER, proposed(WATER, ProjectKind.WATER, "七、八组人畜饮水", "小庄子村"));
        put("2012-02-12", WATER, new VillagersResolutionRecorded(of(WATER), 120, 118, null, day("2012-02-12")));
        put("2012-02-13", WATER, new ProjectApproved(of(WATER), "1号", day("2012-02-13")));
        UUID builder = id("builder");
        Contractor contractor = new Contractor(builder, server.seal("person:" + builder, "李示例"));
        put("2012-02-20", WATER, new ContractAwarded(of(WATER), contractor, yuan("41000"), null, day("2012-02-20")));
        put("2012-02-21", WATER, new WorkStarted(of(WATER), day("2012-02-21")));
        Appended key = put("2012-03-01", WATER, KEY);
        Appended departments = put("2012-03-01", WATER, DEPARTMENTS);
        put("2012-03-10", WATER, advanced(KEY, "2012-03-10"));
        Appended departmentsPaid = put("2012-03-11", WATER, DEPARTMENTS_PAID);
        put(
                "2012-03-20",
                WATER,
                new ProgressReported(of(WATER), 50, server.seal("project:" + WATER, "管沟挖好一半"), day("2012-03-20")));
        append("2012-04-01", "Fund-" + FUND, allocated());
        Appended payment = append("2012-04-02", "Fund-" + FUND, paid());
        Appended completion = put("2012-05-01", WATER, COMPLETED);
        completed = completion.position();
        put("2012-05-02", WATER, measured(WATER, ProjectItem.PIPE, "2400", "m", Qualifier.EXACT, "2012-04-15"));
        put("2012-05-02", WATER, benefit(BeneficiaryKind.HOUSEHOLDS, "197", "households", Qualifier.EXACT, false));
        put("2012-05-02", WATER, benefit(BeneficiaryKind.PERSONS, "800", "persons", Qualifier.AT_LEAST, false));
        put("2012-05-02", WATER, benefit(BeneficiaryKind.SCHOOL, "380", "persons", Qualifier.AT_LEAST, true));
        Appended proposal = put("2012-06-01", ROAD, proposed(ROAD, ProjectKind.ROAD, "村组道路硬化", null));
        Appended surface = put("2012-10-01", ROAD, CUBIC);
        put("2012-10-02", HERBS, proposed(HERBS, ProjectKind.INDUSTRY, "三七种植", null));
        put("2012-10-02", HERBS, measured(HERBS, ProjectItem.NOTOGINSENG, "200", "mu", Qualifier.EXACT, "2012-10-02"));
        put("2012-10-02", HERBS, measured(HERBS, ProjectItem.TOBACCO, "350", "亩", Qualifier.EXACT, "2012-10-02"));
        Appended never = put("2012-11-01", NEVER, proposed(NEVER, ProjectKind.OTHER, "误报项目", null));
        report = put(
                        "2012-11-02",
                        NEVER,
                        new Voided<>(
                                never.eventId(), proposed(NEVER, ProjectKind.OTHER, "误报项目", null), why(NEVER), null))
                .position();
        put("2013-06-01", ROAD, new Corrected<>(surface.eventId(), CUBIC, SQUARE, why(ROAD), null));
        put("2013-06-02", WATER, new Corrected<>(key.eventId(), KEY, KEY_CORRECTED, why(WATER), null));
        put("2013-06-02", WATER, new Voided<>(departmentsPaid.eventId(), DEPARTMENTS_PAID, why(WATER), null));
        put("2013-06-02", WATER, new Voided<>(departments.eventId(), DEPARTMENTS, why(WATER), null));
        append("2013-06-03", "Fund-" + FUND, new Voided<>(payment.eventId(), paid(), why(WATER), null));
        put("2013-06-04", WATER, new Voided<>(completion.eventId(), COMPLETED, why(WATER), null));
        ProjectProposed was = proposed(ROAD, ProjectKind.ROAD, "村组道路硬化", null);
        ProjectProposed is = proposed(ROAD, ProjectKind.ROAD, "水田村道路硬化", null);
        head = put("2013-06-05", ROAD, new Corrected<>(proposal.eventId(), was, is, why(ROAD), null))
                .position();
    }

    private Appended put(String recordedOn, UUID project, DomainEvent event) {
        return append(recordedOn, "Project-" + project, event);
    }

    private Appended append(String recordedOn, String stream, DomainEvent event) {
        return server.on(recordedOn, stream, event);
    }

    private void division(String id, @Nullable String parent, String name) {
        append(
                "2011-12-26",
                "Division-" + id,
                new DivisionRegistered(new Place(id), parent, id, name, day("2011-01-01")));
    }

    private FundsAllocated allocated() {
        return new FundsAllocated(
                MONEY, new Entry(id("allocation"), null, null), null, WATER, yuan("41000"), day("2012-04-01"));
    }

    private PaidFromFund paid() {
        UUID shop = id("shop");
        return new PaidFromFund(
                MONEY,
                new Entry(id("payment"), null, null),
                new Withdrawal(id("allocation"), null, WATER, null),
                new Payee(shop, server.seal("person:" + shop, "王示例")),
                yuan("21000"),
                null,
                day("2012-04-02"));
    }

    private Sealed why(UUID project) {
        return server.seal("project:" + project, "误录");
    }

    private static ProjectProposed proposed(UUID project, ProjectKind kind, String name, @Nullable String site) {
        LocalDate day = day(project.equals(WATER) ? "2012-02-01" : project.equals(ROAD) ? "2012-06-01" : "2012-10-02");
        return new ProjectProposed(
                of(project), CLASSIFICATION, new Plan(kind, name, site, null), project.equals(NEVER) ? DAY : day);
    }

    private static Undertaking of(UUID project) {
        return new Undertaking(project, PROGRAMME, OFFICE, VILLAGE);
    }

    private static InvestmentLineAdded line(String name, InvestmentSource source, String yuan) {
        return new InvestmentLineAdded(
                of(WATER), CLASSIFICATION, new Investment(id(name), source, yuan(yuan)), day("2012-03-01"));
    }

    private static InvestmentLineAdvanced advanced(InvestmentLineAdded line, String day) {
        return new InvestmentLineAdvanced(
                of(WATER), line.investment(), InvestmentStage.APPROVED, InvestmentStage.PAID, day(day));
    }

    private static QuantityMeasured measured(
            UUID project, ProjectItem item, String value, String unit, Qualifier qualifier, String day) {
        return new QuantityMeasured(
                of(project),
                CLASSIFICATION,
                id("quantity of " + item),
                item,
                null,
                new Quantity(new BigDecimal(value), unit, qualifier, null),
                null,
                day(day));
    }

    private static BeneficiariesRecorded benefit(
            BeneficiaryKind kind, String value, String unit, Qualifier qualifier, boolean overlap) {
        return new BeneficiariesRecorded(
                of(WATER),
                CLASSIFICATION,
                id("benefit of " + kind),
                kind,
                new Quantity(new BigDecimal(value), unit, qualifier, null),
                overlap,
                day("2012-05-02"));
    }

    private static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
