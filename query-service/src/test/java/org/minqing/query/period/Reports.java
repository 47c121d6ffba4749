package org.minqing.query.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.events.period.SealedAt;
import org.minqing.events.period.Waiver;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

/** What is told of a period of the village's office that ended on 2012-02-29. */
final class Reports {
    static final LocalDate END = LocalDate.parse("2012-02-29");

    final Village village;
    final String name = "2012年初";
    final UUID period;
    final UUID road;

    Reports(Village village) {
        this.village = village;
        this.period = Ids.reportingPeriod(village.programme, village.office, name);
        this.road = village.id("road");
    }

    Appended put(DomainEvent event) {
        return village.put("ReportingPeriod-" + ((Report) event.of()).reportingPeriodId(), event);
    }

    PeriodOpened opened() {
        return opened(name, Village.LAUNCH, END, PeriodKind.HALF_YEAR);
    }

    PeriodOpened opened(String called, LocalDate from, LocalDate to, PeriodKind kind) {
        return new PeriodOpened(of(called), new Span(called, from, to, kind), Village.day("01-05"));
    }

    private Report of(String called) {
        return new Report(
                Ids.reportingPeriod(village.programme, village.office, called),
                village.programme,
                village.office,
                village.county);
    }

    SectionWritten written(ReportSection section, String text, String day) {
        return new SectionWritten(of(name), section, text, Village.day(day));
    }

    ReportSubmitted submitted(String day) {
        return new ReportSubmitted(of(name), "市委（示例）", "市人大（示例）", Village.day(day));
    }

    ReportSentBack sentBack(String day) {
        return new ReportSentBack(of(name), village.reason(), null, Village.day(day));
    }

    ReportApproved approved(String day) {
        return new ReportApproved(of(name), "1号", Village.day(day));
    }

    PeriodSealed sealed(long position, String day) {
        Waiver waiver = new Waiver(null, "DQ09", 3, "干部调动，次年一并办理");
        return new PeriodSealed(
                of(name),
                new Span(name, Village.LAUNCH, END, PeriodKind.HALF_YEAR),
                new SealedAt(position, "1", 1, "00ff", List.of(waiver)),
                Village.day(day));
    }

    SealedReportAmended amended(String note, String day) {
        return new SealedReportAmended(of(name), note, village.reason(), null, Village.day(day));
    }

    /** Opened, submitted, approved and sealed as things stand. */
    Appended seal() {
        put(opened());
        put(submitted("03-01"));
        put(approved("03-02"));
        return put(sealed(village.head(), "03-03"));
    }

    void roadProposed() {
        village.put(
                "Project-" + road,
                new ProjectProposed(
                        new Undertaking(road, village.programme, village.office, village.id),
                        new Classification(null, "T3"),
                        new Plan(ProjectKind.ROAD, "村组道路硬化", null, null),
                        Village.day("01-10")));
    }

    QuantityMeasured surface(String unit) {
        return new QuantityMeasured(
                new Undertaking(road, village.programme, village.office, village.id),
                new Classification(null, "T3"),
                village.id("surface"),
                ProjectItem.ROAD_SURFACE,
                null,
                new Quantity(new BigDecimal("14000"), unit, Qualifier.EXACT, null),
                null,
                Village.day("02-10"));
    }
}
