package org.minqing.query.pages;

import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;

/** A village whose cadre visits a household every month of so many years, and each year has a fund of its own. */
final class FourteenYears {
    final Village village = new Village(QueryServer.shared());
    final UUID cadre = village.cadre("张示例");
    final UUID household = village.household("李示例");

    FourteenYears() {
        for (int year = 2012; year <= 2025; year++) {
            fund(year);
            for (int month = 1; month <= 12; month++) {
                visit(LocalDate.of(year, month, 10));
            }
        }
        works();
        link();
        quarrel();
    }

    private void works() {
        UUID project = village.id("project");
        var of = new ProjectEvent.Undertaking(project, village.programme, village.office, village.id);
        var within = new ProjectEvent.Classification(null, "T5");
        put(
                "Project-" + project,
                new ProjectEvent.ProjectProposed(
                        of, within, new ProjectEvent.Plan(ProjectKind.ROAD, "硬化村组道路", null, null), day("02-01")));
        measured(of, within, "14000", "m2");
        Appended wrong = measured(of, within, "5", "m3");
        village.voids(wrong, quantity(of, within, "5", "m3"));
        measured(of, within, "7", "m3");
    }

    private Appended measured(
            ProjectEvent.Undertaking of, ProjectEvent.Classification within, String value, String unit) {
        return put("Project-" + of.projectId(), quantity(of, within, value, unit));
    }

    private ProjectEvent.QuantityMeasured quantity(
            ProjectEvent.Undertaking of, ProjectEvent.Classification within, String value, String unit) {
        return new ProjectEvent.QuantityMeasured(
                of,
                within,
                village.id("quantity " + value),
                ProjectItem.ROAD_SURFACE,
                null,
                new Quantity(new BigDecimal(value), unit, Qualifier.EXACT, null),
                null,
                day("03-01"));
    }

    private void link() {
        UUID point = village.id("point");
        var site = new LinkPointEvent.Site(point, village.programme, village.office, village.id);
        put("LinkPoint-" + point, new LinkPointEvent.LinkPointDesignated(site, 1, day("01-05")));
        put(
                "LinkPoint-" + point,
                new LinkPointEvent.CadreEnrolled(
                        site,
                        new LinkPointEvent.Enrolment(village.id("enrolment"), cadre, "141", null, 3),
                        day("01-06")));
    }

    private void quarrel() {
        UUID dispute = village.id("dispute");
        var of = new DisputeEvent.Case(
                dispute, village.programme, village.office, village.id, null, "T7", DisputeKind.WATER);
        put(
                "Dispute-" + dispute,
                new DisputeEvent.DisputeRegistered(
                        of,
                        List.of(village.person("甲示例"), village.person("乙示例")),
                        village.sealed("dispute:" + dispute, "用水先后（示例）"),
                        null,
                        day("05-06")));
    }

    private void visit(LocalDate day) {
        UUID visit = village.id("visit " + day);
        put(
                "Visit-" + visit,
                new VisitRecorded(
                        village.account(visit),
                        new Home(7, household),
                        null,
                        List.of(cadre),
                        VisitKind.DISPERSED,
                        null,
                        3,
                        null,
                        null,
                        null,
                        day));
    }

    private void fund(int year) {
        UUID fund = village.id("fund " + year);
        var account = new FundEvent.Account(fund, village.programme, village.office, village.id, year + "年饮水");
        put("Fund-" + fund, new FundEvent.FundOpened(account, village.id, LocalDate.of(year, 1, 5)));
        put(
                "Fund-" + fund,
                new FundEvent.DonationRecorded(
                        account,
                        new FundEvent.Entry(village.id("entry " + year), null, "T3"),
                        new Donor(DonorKind.CADRE, cadre, null),
                        Money.yuan(new BigDecimal("1750000")),
                        LocalDate.of(year, 2, 1)));
    }

    private Appended put(String stream, DomainEvent event) {
        return village.put(stream, event);
    }
}
