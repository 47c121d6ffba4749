package org.minqing.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.log.LogClock;
import tools.jackson.databind.JsonNode;

/**
 * What the source prints, and which rows of the demonstration rest on it. The source names no person but by office, no day
 * but one, and sums but not their parts.
 */
class MarksTest {
    private static final String DAY_PRINTED = "2011-12-26";

    /** What has an author, a day or a number of its own wherever it stands. */
    private static final Set<String> MADE_UP = Set.of(
            "cadreId", "cadreIds", "head", "members", "participants", "taskCode", "security", "severity", "amount");

    private final List<Step> steps = Year.script().steps();

    @Test
    void nothing_is_printed_but_the_meeting_of_the_first_day() {
        assertThat(marked("printed"))
                .extracting(
                        Step::command,
                        step -> text(step, "kind"),
                        step -> text(step, "occurredOn"),
                        step -> text(step, "topic"))
                .containsExactly(tuple("RecordActivity", "MOBILISATION", DAY_PRINTED, "“四群”教育动员会：明确领导小组和办公室职责"));
        assertThat(marked("printed"))
                .allSatisfy(step -> assertThat(step.body().propertyNames()).doesNotContainAnyElementsOf(MADE_UP));
    }

    /** What follows from the report, or from what is known of the place; never a person or a day inside the year. */
    @Test
    void what_is_inferred_says_nothing_that_is_made_up() {
        assertThat(marked("inferred"))
                .extracting(Step::command)
                .containsOnly(
                        "LaunchProgramme",
                        "AdoptTaskCatalogue",
                        "DefineLinkQuota",
                        "RegisterDivision",
                        "RecodeDivision",
                        "RegisterOrganisation",
                        "Correct");
        assertThat(marked("inferred")).allSatisfy(step -> {
            assertThat(step.body().propertyNames()).doesNotContainAnyElementsOf(MADE_UP);
            assertThat(text(step, "occurredOn")).isIn("", "2011-01-01", DAY_PRINTED, "2016-03-20");
        });
        assertThat(marked("inferred"))
                .filteredOn(step -> step.command().equals("RegisterOrganisation"))
                .extracting(step -> text(step, "name"))
                .containsExactly("市人大常委会办公室", "播乐乡人民政府", "水田村民委员会", "偏山村民委员会", "小海村民委员会", "水田村小学");
    }

    @Test
    void what_came_after_the_report_cites_nothing_of_its_own() {
        assertThat(steps)
                .filteredOn(step ->
                        step.recordedAt().atZone(LogClock.ZONE).toLocalDate().getYear() > 2013)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(mark(step)).isEqualTo("inferred"));
        assertThat(steps)
                .filteredOn(step -> step.command().equals("RecodeDivision"))
                .hasSize(5)
                .allSatisfy(step -> assertThat(text(step, "authority")).doesNotContain("沾益"));
    }

    /** Each clause of the report that the year tells, and the rows that tell it: no other cites it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M01 | EstablishLeadingGroup=1 LaunchProgramme=1 RecordActivity=1
            M02 | DefineLinkQuota=1
            M03 | DefineLinkQuota=1
            M04 | EnrolCadre=52 RegisterCadre=52
            M05 | AssignCadreToHousehold=214
            M06 | DesignateLinkPoint=1
            M07 | OpenVisitRound=2 RecordVisit=429
            M08 | RaiseConcern=1
            M09 | AllocateFunds=1 ProgressConcern=1 RecordDonation=52
            M10 | AllocateFunds=1 ProgressConcern=1 RecordUnitContribution=1
            M11 | AcceptProject=1 ApproveProject=1 CompleteWork=1 MeasureQuantity=1 ProposeProject=1 ResolveConcern=1 StartWork=1
            M12 | RecordBeneficiaries=2
            M13 | RecordBeneficiaries=1 RegisterOrganisation=1
            M14 | SecondInstructor=7
            M16 | AppointCorrespondent=3 AppointStandingSecretary=3 RecordActivity=1
            M17 | FormWorkTeam=3
            M18 | RecordActivity=8 ScheduleActivity=4
            M19 | RecordActivity=16
            M20 | RecordVisit=640
            M21 | RaiseConcern=45
            M22 | RecordInKindDonation=8
            M23 | RecordGrant=3
            M24 | AddInvestmentLine=5 AdvanceInvestmentLine=10 Correct=1
            M25 | AcceptProject=1 ApproveProject=1 CompleteWork=1 Correct=1 MeasureQuantity=1 ProposeProject=1 StartWork=1
            M26 | ConfirmCardDelivery=214 IssueLiaisonCard=214
            M27 | RecordVisit=124
            M30 | DeclareHardship=3
            M31 | AcceptProject=1 ApproveProject=1 CompleteWork=1 MeasureQuantity=1 ProposeProject=1 StartWork=1
            M32 | AcceptProject=1 ApproveProject=1 CompleteWork=1 MeasureQuantity=1 ProposeProject=1 StartWork=1
            M34 | RecordActivity=12
            M35 | AssignSponsor=4
            plan | AdoptImplementationPlan=1
            group | EstablishLeadingGroup=1
            keyvillage | DesignateKeyVillage=1
            condolence | RecordVisit=30
            """)
    void cites_the_report_where_it_prints_something(String clause, String rows) {
        var counted = new TreeMap<>(
                citing(clause).stream().collect(Collectors.groupingBy(Step::command, Collectors.counting())));
        assertThat(counted.toString().replaceAll("[{},]", "")).isEqualTo(rows);
    }

    /** The parts are made up, and the sum of those that cite it is what the report prints. */
    @ParameterizedTest
    @CsvSource({
        "M09, RecordDonation, 21000",
        "M10, RecordUnitContribution, 20000",
        "M23, RecordGrant, 21000",
        "M24, AddInvestmentLine, 1750000"
    })
    void parts_of_a_printed_sum_add_up_to_it(String clause, String command, BigDecimal sum) {
        List<Step> parts =
                citing(clause).stream().filter(s -> s.command().equals(command)).toList();
        assertThat(parts.stream()
                        .map(s -> new BigDecimal(s.body().at("/money/amount").asString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        assertThat(parts).allSatisfy(step -> assertThat(mark(step)).isEqualTo("invented"));
    }

    @Test
    void every_clause_is_cited_and_every_row_has_one_mark() {
        assertThat(steps).allSatisfy(step -> assertThat(mark(step)).isIn("printed", "inferred", "invented"));
        Set<String> uncited = new TreeSet<>();
        Table.read("clauses").forEach(row -> {
            if (citing(row.text("key")).isEmpty()) {
                uncited.add(row.text("key"));
            }
        });
        assertThat(uncited).isEmpty();
    }

    private List<Step> citing(String clause) {
        String text = Table.read("clauses").stream()
                .filter(row -> row.text("key").equals(clause))
                .findFirst()
                .orElseThrow()
                .text("text");
        return steps.stream()
                .filter(step -> text(step, "authority").contains(text))
                .toList();
    }

    private List<Step> marked(String mark) {
        return steps.stream().filter(step -> mark(step).equals(mark)).toList();
    }

    private static String mark(Step step) {
        return text(step, "authority").replaceFirst(".* · ", "");
    }

    private static String text(Step step, String field) {
        JsonNode value = step.body().get(field);
        return value == null ? "" : value.asString();
    }
}
