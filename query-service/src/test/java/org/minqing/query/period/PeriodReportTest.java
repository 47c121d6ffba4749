package org.minqing.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class PeriodReportTest {
    private static final String TODAY = "2012-03-05";

    private final Reports told = new Reports(new Village(QueryServer.shared()));
    private final Village village = told.village;

    @Test
    void of_the_periods_that_hold_a_day_the_longest_counts_while_it_stands() {
        PeriodRegister periods = village.server().context.getBean(PeriodRegister.class);
        PeriodOpened year = told.opened("2012", Village.LAUNCH, Village.day("12-31"), PeriodKind.ANNUAL);
        told.put(told.opened());
        long half = village.head();
        Appended opened = told.put(year);
        village.ask("/v1/periods", TODAY, village.head());
        assertThat(periods.holding(Village.day("01-03"), half, village.programme, village.office, village.id))
                .first()
                .satisfies(held -> assertThat(held.to()).isEqualTo(Reports.END));
        assertThat(periods.holding(Village.day("01-03"), village.head(), village.programme, village.office, village.id))
                .first()
                .satisfies(held -> assertThat(held.to()).isEqualTo("2012-12-31"));
        assertThat(periods.holding(Reports.END.plusDays(1), half, village.programme, village.office, village.id))
                .isEmpty();
        assertThat(periods.holding(Village.day("01-03"), half, village.office, null, village.id))
                .isEmpty();
        village.voids(opened, year);
        village.ask("/v1/periods", TODAY, village.head());
        assertThat(periods.holding(Village.day("01-03"), village.head(), null, village.office, village.id))
                .first()
                .satisfies(held -> assertThat(held.to()).isEqualTo(Reports.END));
    }

    @Test
    void the_report_of_the_half_is_that_of_its_own_period_also_while_the_year_is_open_and_dated_by_its_approval() {
        PeriodOpened half = told.opened(told.name, Village.LAUNCH, Village.day("06-30"), PeriodKind.HALF_YEAR);
        Appended halfOpened = told.put(half);
        PeriodOpened year = told.opened("2012", Village.LAUNCH, Village.day("12-31"), PeriodKind.ANNUAL);
        Appended yearOpened = told.put(year);
        told.put(told.written(ReportSection.PROBLEMS_AND_CAUSES, "路难行", "02-20"));
        told.put(told.submitted("03-01"));
        told.put(told.approved("03-02"));
        JsonNode report = village.ask(
                        "/v1/reports/half-year",
                        "2012-07-01",
                        village.head(),
                        "organisation",
                        village.office.toString(),
                        "year",
                        "2012",
                        "half",
                        "1")
                .json();
        assertThat(report.path("days").asString()).isEqualTo("(26 December 2011 to 30 June 2012)");
        assertThat(report.path("sections").toString()).contains("路难行");
        assertThat(report.path("number").asString()).isEqualTo("1号");
        assertThat(report.path("date").asString()).isEqualTo("2 March 2012");
        village.voids(yearOpened, year);
        village.voids(halfOpened, half);
    }

    @Test
    void the_report_of_the_year_carries_what_people_wrote() {
        PeriodOpened year = told.opened("2012年初", Village.LAUNCH, Village.day("12-31"), PeriodKind.ANNUAL);
        Appended opened = told.put(year);
        told.put(told.written(ReportSection.PROBLEMS_AND_CAUSES, "路难行", "02-20"));
        JsonNode report = village.ask(
                        "/v1/reports/annual",
                        TODAY,
                        village.head(),
                        "organisation",
                        village.office.toString(),
                        "year",
                        "2012",
                        "programme",
                        village.programme.toString())
                .json();
        assertThat(report.path("period").path("from").asString()).isEqualTo("2011-12-26");
        assertThat(report.path("sections").toString()).contains("路难行");
        assertThat(report.path("missing").toString()).contains("next-steps").doesNotContain("problems");
        village.voids(opened, year);
    }

    private JsonNode report(String kind, String asOf, String... more) {
        List<String> asked = new ArrayList<>(List.of("organisation", village.office.toString()));
        asked.addAll(List.of(more));
        return village.ask("/v1/reports/" + kind, asOf, village.head(), asked.toArray(String[]::new))
                .json();
    }

    /** The year before tells no day that the period tells, and a year that is no calendar year says its days in its title. */
    @Test
    void each_day_stands_in_one_report_of_a_kind() {
        PeriodOpened year = told.opened("2012", Village.LAUNCH, Village.day("12-20"), PeriodKind.ANNUAL);
        Appended opened = told.put(year);
        JsonNode before = report("annual", TODAY, "year", "2011");
        assertThat(before.path("period").path("from").asString()).isEqualTo("2011-01-01");
        assertThat(before.path("period").path("to").asString()).isEqualTo("2011-12-25");
        assertThat(before.path("title").asString())
                .isEqualTo("Annual report 2011 (1 January 2011 to 25 December 2011)");
        JsonNode of = report("annual", TODAY, "year", "2012");
        assertThat(of.path("period").path("from").asString()).isEqualTo("2011-12-26");
        assertThat(of.path("title").asString()).isEqualTo("Annual report 2012 (26 December 2011 to 20 December 2012)");
        village.voids(opened, year);
        assertThat(report("annual", TODAY, "year", "2012").path("title").asString())
                .isEqualTo("Annual report 2012");
    }

    @Test
    void a_sealed_report_prints_what_was_waived() {
        PeriodOpened half = told.opened(told.name, Village.LAUNCH, Village.day("06-30"), PeriodKind.HALF_YEAR);
        Appended opened = told.put(half);
        told.put(told.submitted("03-01"));
        told.put(told.approved("03-02"));
        PeriodSealed sealed = told.sealed(village.head(), "03-03");
        Appended seal = told.put(sealed);
        JsonNode notes =
                report("half-year", "2012-03-05", "year", "2012", "half", "1").path("notes");
        assertThat(notes.findValues("runs").stream()
                        .flatMap(JsonNode::valueStream)
                        .filter(run -> run.path("language").asString("").equals("zh"))
                        .map(run -> run.path("text").asString()))
                .containsExactly("干部调动，次年一并办理");
        assertThat(notes.toString())
                .contains(
                        "sealed although \\\"A cadre is enrolled at two link points\\\" was found (3 in all), waived because:"
                                + " 干部调动，次年一并办理 (in Chinese).");
        village.voids(seal, sealed);
        village.voids(opened, half);
    }
}
