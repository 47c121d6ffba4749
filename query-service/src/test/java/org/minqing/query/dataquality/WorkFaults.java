package org.minqing.query.dataquality;

import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.fund.Payee;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

/** Funds and projects with faults. */
final class WorkFaults {
    private static final String EARMARK = "道路";

    private final Village village;
    private final UUID programme;
    private final UUID office;
    private final String at;

    WorkFaults(Village village) {
        this.village = village;
        this.programme = village.programme;
        this.office = village.office;
        this.at = village.id;
    }

    private static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    // ------------------------------------------------------------------ funds

    private UUID fund(String name) {
        UUID fund = village.id("fund " + name);
        village.put("Fund-" + fund, new FundOpened(ofFund(fund), null, day("01-02")));
        return fund;
    }

    private Account ofFund(UUID fund) {
        return new Account(fund, programme, office, at, EARMARK);
    }

    private UUID given(UUID fund, String name, String amount, LocalDate on) {
        UUID entry = village.id("gift " + name);
        Donor donor = new Donor(DonorKind.ORGANISATION, office, null);
        village.put(
                "Fund-" + fund,
                new DonationRecorded(ofFund(fund), new Entry(entry, null, null), donor, yuan(amount), on));
        return entry;
    }

    private UUID goods(UUID fund, String basis) {
        UUID entry = village.id("goods " + basis);
        InKindItem item = new InKindItem(
                "大米", new Quantity(BigDecimal.TEN, "袋", Qualifier.EXACT, null), yuan("10"), basis, yuan("100"));
        Donor donor = new Donor(DonorKind.ORGANISATION, office, null);
        village.put(
                "Fund-" + fund,
                new InKindDonationRecorded(
                        ofFund(fund), new Entry(entry, null, null), donor, List.of(item), yuan("100"), day("01-03")));
        return entry;
    }

    private void allocated(UUID fund, String amount, LocalDate on) {
        village.put(
                "Fund-" + fund,
                new FundsAllocated(
                        ofFund(fund),
                        new Entry(village.id("allocation " + fund), null, null),
                        null,
                        null,
                        yuan(amount),
                        on));
    }

    private void paid(UUID fund, String amount, LocalDate on) {
        UUID payee = village.id("payee");
        village.put(
                "Fund-" + fund,
                new PaidFromFund(
                        ofFund(fund),
                        new Entry(village.id("payment " + fund), null, null),
                        new Withdrawal(null, null, null, null),
                        new Payee(payee, village.sealed("person:" + payee, "周示例")),
                        yuan(amount),
                        null,
                        on));
    }

    List<Planted> funds() {
        UUID good = fund("good");
        UUID most = given(good, "most", "100000.00", day("01-03"));
        UUID large = given(good, "large", "100000.01", day("01-03"));
        UUID once = given(good, "once", "500", day("01-04"));
        given(good, "again", "500", day("01-04"));
        UUID later = given(good, "later", "500", day("01-05"));
        allocated(good, "800", day("01-20"));
        paid(good, "800", day("01-25"));
        UUID early = fund("paid too early");
        paid(early, "500", day("01-10"));
        given(early, "too late", "500", day("01-11"));
        UUID unpaid = fund("unpaid");
        given(unpaid, "unpaid", "500", day("01-10"));
        allocated(unpaid, "500", day("01-20"));
        paid(unpaid, "400", day("01-25"));
        UUID idle = fund("idle");
        given(idle, "idle", "500", day("01-10"));
        return List.of(
                Planted.of("DQ29", large, most),
                Planted.of("DQ30", once, later),
                Planted.of("DQ31", goods(good, " "), goods(good, "市场价")),
                Planted.of("DQ32", early, good),
                Planted.after(day("01-20"), 365, "DQ33", unpaid, good),
                Planted.after(day("01-10"), 180, "DQ34", idle, good));
    }

    // ------------------------------------------------------------------ projects

    private UUID project(String name, @Nullable String site) {
        UUID project = village.id("project " + name);
        put(
                "zhang",
                new ProjectProposed(
                        new Undertaking(project, programme, office, at),
                        new Classification(null, null),
                        new Plan(ProjectKind.ROAD, name, site, null),
                        day("01-05")));
        return project;
    }

    private Undertaking of(UUID project) {
        return new Undertaking(project, programme, office, at);
    }

    private void put(String actor, ProjectEvent event) {
        Faults.by(village, actor, "Project-" + event.of().projectId(), event);
    }

    private void approved(UUID project, String actor) {
        put(actor, new ProjectApproved(of(project), null, day("01-06")));
    }

    private void started(UUID project) {
        put("zhang", new WorkStarted(of(project), day("01-10")));
    }

    private void completed(UUID project) {
        put("zhang", new WorkCompleted(of(project), day("02-10")));
    }

    private InvestmentLineAdded line(UUID project) {
        InvestmentLineAdded line = new InvestmentLineAdded(
                of(project),
                new Classification(null, null),
                new Investment(village.id("line of " + project), InvestmentSource.OWN_FUNDS, yuan("9000")),
                day("01-07"));
        put("zhang", line);
        return line;
    }

    private void benefit(UUID project, BeneficiaryKind kind, int count, String unit) {
        put(
                "zhang",
                new BeneficiariesRecorded(
                        of(project),
                        new Classification(null, null),
                        village.id(kind + " of " + project),
                        kind,
                        new Quantity(BigDecimal.valueOf(count), unit, Qualifier.EXACT, null),
                        false,
                        day("02-11")));
    }

    private QuantityMeasured culvert(UUID project) {
        return new QuantityMeasured(
                new Undertaking(project, programme, office, at),
                new Classification(null, null),
                village.id("quantity of " + project),
                ProjectItem.OTHER,
                "涵洞",
                new Quantity(BigDecimal.TWO, "座", Qualifier.EXACT, null),
                null,
                day("02-11"));
    }

    private void pipe(UUID project, String unit) {
        put(
                "zhang",
                new QuantityMeasured(
                        of(project),
                        new Classification(null, null),
                        village.id("pipe of " + project),
                        ProjectItem.PIPE,
                        null,
                        new Quantity(BigDecimal.TEN, unit, Qualifier.EXACT, null),
                        null,
                        day("02-11")));
    }

    private void measured(UUID project) {
        put("zhang", culvert(project));
    }

    private void cancelled(UUID project) {
        put("zhang", new ProjectCancelled(of(project), null, null, day("02-20")));
    }

    /** Given up with something to their names each, and one of which nothing is left. */
    private List<Planted> cancellations() {
        UUID priced = project("priced", "一组");
        line(priced);
        UUID built = project("built", "二组");
        measured(built);
        UUID promised = project("promised", "三组");
        benefit(promised, BeneficiaryKind.HOUSEHOLDS, 10, "户");
        UUID emptied = project("emptied", "四组");
        Appended never = village.put("Project-" + emptied, culvert(emptied));
        List.of(priced, built, promised, emptied).forEach(this::cancelled);
        village.voids(never, culvert(emptied));
        UUID going = project("going", "五组");
        measured(going);
        return List.of(
                Planted.after(day("02-19"), 0, "DQ50", priced, emptied),
                Planted.after(day("02-19"), 0, "DQ50", built, emptied),
                Planted.after(day("02-19"), 0, "DQ50", promised, going));
    }

    List<Planted> projects() {
        UUID good = project("good", "水田村七组");
        approved(good, "li");
        started(good);
        completed(good);
        InvestmentLineAdded paid = line(good);
        put(
                "zhang",
                new InvestmentLineAdvanced(
                        of(good), paid.investment(), InvestmentStage.APPROVED, InvestmentStage.PAID, day("02-15")));
        measured(good);
        benefit(good, BeneficiaryKind.HOUSEHOLDS, 10, "户");
        benefit(good, BeneficiaryKind.PERSONS, 100, "人");
        UUID nowhere = project("nowhere", null);
        approved(nowhere, "zhang");
        UUID bare = project("bare", "八组");
        completed(bare);
        InvestmentLineAdded unpaid = line(bare);
        UUID silent = project("silent", "九组");
        started(silent);
        UUID told = project("told", "九组");
        started(told);
        put("zhang", new ProgressReported(of(told), 40, null, day("02-20")));
        UUID crowded = project("crowded", "十组");
        benefit(crowded, BeneficiaryKind.HOUSEHOLDS, 10, "户");
        benefit(crowded, BeneficiaryKind.PERSONS, 101, "人");
        UUID jointed = project("jointed", "十一组");
        pipe(jointed, "sets");
        UUID laid = project("laid", "十二组");
        pipe(laid, "m");
        List<Planted> planted = new ArrayList<>(cancellations());
        planted.addAll(List.of(
                Planted.of("DQ35", nowhere, good),
                Planted.of("DQ36", bare, good),
                Planted.of("DQ37", bare, good),
                Planted.after(day("01-10"), 180, "DQ38", silent, good),
                Planted.after(day("02-20"), 180, "DQ38", told, good),
                Planted.after(
                        day("02-10"),
                        365,
                        "DQ39",
                        unpaid.investment().lineId(),
                        paid.investment().lineId()),
                Planted.of("DQ40", nowhere, good),
                Planted.of("DQ41", crowded, good),
                Planted.of("DQ53", jointed, laid),
                Planted.of("DQ53", jointed, good)));
        return planted;
    }
}
