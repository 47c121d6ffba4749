package org.minqing.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import org.minqing.query.platform.register.Filter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projects as they are asked for: on a day, as known then; late, voided and corrected events in between. */
class ProjectViewTest {
    private static final String YEAR_END = "2012-12-31";
    private static final String OFFICE = QueryServer.office("530328");
    private final Works works = new Works(new MemoryServer());

    @Test
    void a_project_shows_how_far_it_has_come() {
        JsonNode water = project(Works.WATER, YEAR_END, works.report);
        assertThat(text(water, "name")).isEqualTo("七、八组人畜饮水");
        assertThat(text(water, "site")).isEqualTo("小庄子村");
        assertThat(text(water, "villageName")).isEqualTo("水田村");
        assertThat(text(water, "kind")).isEqualTo("WATER");
        assertThat(text(water, "status")).isEqualTo("COMPLETED");
        assertThat(text(water.path("milestones"), "proposedOn")).isEqualTo("2012-02-01");
        assertThat(text(water.path("milestones"), "awardedOn")).isEqualTo("2012-02-20");
        assertThat(text(water.path("milestones"), "completedOn")).isEqualTo("2012-05-01");
        assertThat(water.path("milestones").has("acceptedOn")).isFalse();
        assertThat(water.path("resolution").path("inFavour").asInt()).isEqualTo(118);
        assertThat(water.path("progress").path("percent").asInt()).isEqualTo(50);
    }

    @Test
    void names_and_notes_are_masked() {
        JsonNode water = project(Works.WATER, YEAR_END, works.report);
        assertThat(text(water.path("contract").path("contractor"), "name")).isEqualTo("李**");
        assertThat(text(water.path("progress"), "note")).isEqualTo("***");
    }

    @Test
    void a_day_in_between_shows_what_stood_then() {
        assertThat(text(project(Works.WATER, "2012-02-10", works.head), "status"))
                .isEqualTo("PROPOSED");
        assertThat(text(project(Works.WATER, "2012-02-20", works.head), "status"))
                .isEqualTo("AWARDED");
        JsonNode march = project(Works.WATER, "2012-03-15", works.head);
        assertThat(text(march, "status")).isEqualTo("STARTED");
        assertThat(march.has("progress")).isFalse();
        assertThat(works.server
                        .ask(OFFICE, "/v1/projects/" + Works.WATER, "asOf", "2012-01-31")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void lines_are_summed_by_source_and_stage_each_once() {
        JsonNode water = project(Works.WATER, YEAR_END, works.report);
        assertThat(water.path("lines")).hasSize(2);
        assertThat(sums(water.path("invested"))).containsExactly("0", "150000", "0", "150000");
        assertThat(water.path("investedBySource")).hasSize(2);
        assertThat(text(water.path("investedBySource").path(0), "source")).isEqualTo("KEY_VILLAGE");
        assertThat(sums(water.path("investedBySource").path(0))).containsExactly("0", "100000", "0", "100000");
        // on the day the lines were added, nothing was paid
        assertThat(sums(project(Works.WATER, "2012-03-09", works.report).path("invested")))
                .containsExactly("150000", "0", "0", "150000");
    }

    @Test
    void a_line_that_never_was_is_gone_and_a_corrected_one_has_its_last_money() {
        JsonNode water = project(Works.WATER, YEAR_END, works.head);
        assertThat(water.path("lines")).hasSize(1);
        assertThat(text(water.path("lines").path(0), "paidOn")).isEqualTo("2012-03-10");
        assertThat(sums(water.path("invested"))).containsExactly("0", "120000", "0", "120000");
        assertThat(number(figures("M24", YEAR_END, works.report), "value")).isEqualTo("150000");
        assertThat(number(figures("M24", YEAR_END, works.head), "value")).isEqualTo("120000");
        assertThat(number(figures("M24", "2012-02-28", works.head), "value")).isEqualTo("0");
    }

    @Test
    void investment_is_told_by_source() {
        JsonNode groups = works.server
                .ask(
                        OFFICE,
                        "/v1/figures",
                        "measure",
                        "M24",
                        "division",
                        Works.VILLAGE,
                        "asOf",
                        YEAR_END,
                        "knownAt",
                        String.valueOf(works.report),
                        "groupBy",
                        "kind")
                .json()
                .path("groups");
        assertThat(titles(groups)).containsExactlyInAnyOrder("key village 100000", "departments 50000");
    }

    @Test
    void a_quantity_recorded_late_stands_from_the_day_it_was_measured() {
        assertThat(project(Works.WATER, YEAR_END, works.completed).path("quantities"))
                .isEmpty();
        assertThat(figure("M11", YEAR_END, works.completed, "value")).isEqualTo("0");
        assertThat(figure("M11", "2012-04-14", works.report, "value")).isEqualTo("0");
        assertThat(figure("M11", "2012-04-15", works.report, "value")).isEqualTo("2400");
        JsonNode april = project(Works.WATER, "2012-04-15", works.report);
        assertThat(april.path("quantities")).hasSize(1);
        assertThat(text(april.path("quantities").path(0), "measuredOn")).isEqualTo("2012-04-15");
        assertThat(text(april, "status")).isEqualTo("STARTED");
    }

    /** G4. */
    @Test
    void cubic_metres_are_square_metres_once_that_is_known_on_every_day_from_the_measurement_on() {
        for (String asOf : List.of("2012-10-01", YEAR_END, "2013-12-31")) {
            assertThat(quantity(asOf, works.report)).isEqualTo("14000 m3");
            assertThat(figure("M25", asOf, works.report, "value")).isEqualTo("14000");
            assertThat(figure("M25", asOf, works.report, "unit")).isEqualTo("m3");
            assertThat(quantity(asOf, works.head)).isEqualTo("14000 m2");
            assertThat(figure("M25", asOf, works.head, "value")).isEqualTo("14000");
            assertThat(figure("M25", asOf, works.head, "unit")).isEqualTo("m2");
            assertThat(figures("M25", asOf, works.head).has("otherUnits")).isFalse();
        }
        assertThat(figure("M25", "2012-09-30", works.head, "value")).isEqualTo("0");
        assertThat(figure("M25", YEAR_END, "2013-05-06T00:00:00+08:00", "unit")).isEqualTo("m3");
        assertThat(figure("M25", YEAR_END, "2013-06-01T23:00:00+08:00", "unit")).isEqualTo("m2");
    }

    @Test
    void square_metres_of_one_village_and_cubic_metres_of_another_are_both_told() {
        Village village = new Village();
        LocalDate day = Village.day("02-01");
        long square = road(village, village.id, surface("14000", "m2"), day);
        long both = road(village, village.other, surface("5", "m3"), day);
        assertThat(village.figure("M25", YEAR_END, square)).isEqualTo("14000");
        JsonNode figure = village.ask(
                        "/v1/figures",
                        YEAR_END,
                        both,
                        "measure",
                        "M25",
                        "division",
                        village.county,
                        "groupBy",
                        "organisation")
                .json();
        for (JsonNode told : List.of(figure, figure.path("groups").path(0))) {
            assertThat(text(told, "display")).isEqualTo("5 m³, 14,000 m²");
            assertThat(told.path("otherUnits")).hasSize(1);
            assertThat(text(told.path("otherUnits").path(0), "value")).isEqualTo("14000");
            assertThat(text(told.path("otherUnits").path(0), "unit")).isEqualTo("m2");
        }
        JsonNode groups = village.ask(
                        "/v1/figures",
                        YEAR_END,
                        both,
                        "measure",
                        "M25",
                        "division",
                        village.county,
                        "groupBy",
                        "division")
                .json()
                .path("groups");
        assertThat(groups).extracting(group -> text(group, "display")).containsExactly("14,000 m²", "5 m³");
    }

    private static Quantity surface(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit, Qualifier.EXACT, null);
    }

    private static long road(Village village, String at, Quantity surface, LocalDate day) {
        UUID road = village.id("road of " + at);
        Undertaking of = new Undertaking(road, village.programme, village.office, at);
        Classification none = new Classification(null, null);
        village.put(
                "Project-" + road,
                new ProjectProposed(of, none, new Plan(ProjectKind.ROAD, "村组道路硬化", null, null), day));
        return village.put(
                        "Project-" + road,
                        new QuantityMeasured(
                                of,
                                none,
                                village.id("surface " + at),
                                ProjectItem.ROAD_SURFACE,
                                null,
                                surface,
                                null,
                                day))
                .position();
    }

    @Test
    void a_voided_correction_puts_the_cubic_metres_back() {
        Village village = new Village();
        UUID road = village.id("road");
        Undertaking of = new Undertaking(road, village.programme, village.office, village.id);
        Classification none = new Classification(null, null);
        LocalDate day = Village.day("02-01");
        village.put(
                "Project-" + road,
                new ProjectProposed(of, none, new Plan(ProjectKind.ROAD, "村组道路硬化", null, null), day));
        QuantityMeasured cubic = surface(of, none, "m3", day);
        QuantityMeasured square = surface(of, none, "m2", day);
        Appended measured = village.put("Project-" + road, cubic);
        Appended corrected = village.corrects(measured, cubic, square);
        var correction = new Corrected<>(measured.eventId(), cubic, square, village.reason(), null);
        long back = village.voids(corrected, correction).position();
        assertThat(unit(village, corrected.position())).isEqualTo("14000 m2");
        assertThat(unit(village, back)).isEqualTo("14000 m3");
        assertThat(village.timeline("projects", road)).last().isEqualTo("撤销：更正：测得硬化路面14000立方米；更正为：测得硬化路面14000平方米");
    }

    private static QuantityMeasured surface(Undertaking of, Classification classification, String unit, LocalDate day) {
        Quantity quantity = new Quantity(new BigDecimal("14000"), unit, Qualifier.EXACT, null);
        UUID id = of.projectId();
        return new QuantityMeasured(of, classification, id, ProjectItem.ROAD_SURFACE, null, quantity, null, day);
    }

    private static String unit(Village village, long knownAt) {
        JsonNode figure = village.side
                .ask(
                        QueryServer.office(village.county),
                        "/v1/figures",
                        "measure",
                        "M25",
                        "division",
                        village.id,
                        "asOf",
                        YEAR_END,
                        "knownAt",
                        String.valueOf(knownAt))
                .json();
        return text(figure, "value") + " " + text(figure, "unit");
    }

    @Test
    void the_evidence_of_a_corrected_quantity_nets_to_zero_in_the_unit_that_was() {
        List<String> facts = new ArrayList<>();
        works.server
                .ask(OFFICE, "/v1/figures/evidence", "measure", "M25", "division", Works.VILLAGE, "asOf", YEAR_END)
                .json()
                .path("items")
                .forEach(e -> facts.add(text(e, "validOn") + " " + text(e, "quantity") + " " + text(e, "unit") + " "
                        + text(e, "kind")));
        assertThat(facts)
                .containsExactly(
                        "2012-10-01 14000 m3 ROAD_SURFACE",
                        "2012-10-01 -14000 m3 ROAD_SURFACE",
                        "2012-10-01 14000 m2 ROAD_SURFACE");
    }

    @Test
    void areas_count_under_one_code_however_their_unit_was_written() {
        assertThat(figure("M31", YEAR_END, works.head, "value")).isEqualTo("200");
        assertThat(figure("M32", YEAR_END, works.head, "value")).isEqualTo("350");
        assertThat(figure("M32", YEAR_END, works.head, "unit")).isEqualTo("mu");
    }

    @Test
    void households_persons_and_the_school_are_three_figures() {
        assertThat(figure("M12", YEAR_END, works.head, "display")).isEqualTo("197 households");
        assertThat(figure("M12P", YEAR_END, works.head, "display")).isEqualTo("more than 800 persons");
        assertThat(figure("M13", YEAR_END, works.head, "display")).isEqualTo("more than 380 persons");
        JsonNode lines = project(Works.WATER, YEAR_END, works.head).path("beneficiaries");
        assertThat(lines).hasSize(3);
        assertThat(text(lines.path(2), "kind")).isEqualTo("SCHOOL");
        assertThat(lines.path(2).path("overlapPossible").asBoolean()).isTrue();
        assertThat(lines.path(1).path("overlapPossible").asBoolean()).isFalse();
    }

    @Test
    void a_voided_step_and_a_corrected_name_hold_from_the_day_of_the_fact() {
        assertThat(text(project(Works.WATER, YEAR_END, works.head), "status")).isEqualTo("STARTED");
        assertThat(text(project(Works.ROAD, "2012-06-01", works.report), "name"))
                .isEqualTo("村组道路硬化");
        assertThat(text(project(Works.ROAD, "2012-06-01", works.head), "name")).isEqualTo("水田村道路硬化");
    }

    @Test
    void projects_are_listed_by_village_kind_and_status() {
        assertThat(names("village", Works.VILLAGE)).containsExactly("七、八组人畜饮水", "水田村道路硬化", "三七种植", "误报项目");
        assertThat(names("kind", "ROAD")).containsExactly("水田村道路硬化");
        assertThat(names("status", "STARTED")).containsExactly("七、八组人畜饮水");
        assertThat(names("status", "VOIDED")).containsExactly("误报项目");
    }

    @Test
    void the_timeline_tells_the_story_with_the_money_of_funds_in_chinese_and_english() {
        List<String> zh = sentences("zh");
        assertThat(zh)
                .containsSubsequence(
                        "申报饮水项目：七、八组人畜饮水",
                        "村民一事一议通过（参加120，赞成118）",
                        "项目获批，文号1号",
                        "工程发包给李**，合同价41,000.00元",
                        "开工",
                        "登记投资100,000.00元，来源：重点村建设",
                        "投资100,000.00元（重点村建设）已拨付",
                        "报告进度：完成百分之50",
                        "安排饮水资金41,000.00元：七、八组人畜饮水",
                        "支付饮水资金21,000.00元给王**：七、八组人畜饮水",
                        "撤销：支付饮水资金21,000.00元给王**：七、八组人畜饮水",
                        "测得水管2400米",
                        "完工",
                        "登记受益农户197户",
                        "登记受益群众800余人",
                        "登记受益学校380余人")
                .contains("更正：登记投资100,000.00元，来源：重点村建设；更正为：登记投资120,000.00元，来源：重点村建设")
                .contains("撤销：投资50,000.00元（部门整合）已拨付");
        assertThat(sentences("en"))
                .containsSubsequence(
                        "Project proposed (water): 七、八组人畜饮水",
                        "41,000.00 yuan for 饮水 allocated: 七、八组人畜饮水",
                        "21,000.00 yuan for 饮水 paid to 王**: 七、八组人畜饮水",
                        "Measured, pipe: 2400 m")
                .noneMatch(sentence -> sentence.startsWith("Project.") || sentence.contains("(not given)"));
    }

    private JsonNode project(UUID project, String asOf, long knownAt) {
        QueryServer.Answer answer =
                works.server.ask(OFFICE, "/v1/projects/" + project, "asOf", asOf, "knownAt", String.valueOf(knownAt));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String quantity(String asOf, long knownAt) {
        JsonNode quantity =
                project(Works.ROAD, asOf, knownAt).path("quantities").path(0).path("quantity");
        return text(quantity, "value") + " " + text(quantity, "unit");
    }

    private JsonNode figures(String measure, String asOf, Object knownAt) {
        return works.server
                .ask(
                        OFFICE,
                        "/v1/figures",
                        "measure",
                        measure,
                        "division",
                        Works.VILLAGE,
                        "asOf",
                        asOf,
                        "knownAt",
                        knownAt.toString())
                .json();
    }

    private String figure(String measure, String asOf, Object knownAt, String field) {
        return text(figures(measure, asOf, knownAt), field);
    }

    private static List<String> sums(JsonNode invested) {
        return Stream.of("approved", "paid", "settled", "total")
                .map(stage -> number(invested, stage))
                .toList();
    }

    private static String number(JsonNode node, String field) {
        return new BigDecimal(text(node, field)).stripTrailingZeros().toPlainString();
    }

    private static List<String> titles(JsonNode groups) {
        List<String> titles = new ArrayList<>();
        groups.forEach(group -> titles.add(text(group, "title") + " " + number(group, "value")));
        return titles;
    }

    private List<String> names(String filter, String value) {
        List<String> names = new ArrayList<>();
        works.server
                .ask(OFFICE, "/v1/projects", "asOf", YEAR_END, filter, value)
                .json()
                .path("items")
                .forEach(item -> names.add(text(item, "name")));
        return names;
    }

    private List<String> sentences(String language) {
        String path = "/v1/projects/" + Works.WATER + "/timeline?limit=100&asOf=" + YEAR_END + "&after=" + works.head;
        List<String> sentences = new ArrayList<>();
        works.server
                .get(OFFICE, path, language)
                .json()
                .path("items")
                .forEach(entry -> sentences.add(text(entry, "sentence")));
        return sentences;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    @Test
    void each_step_changes_what_it_is_about_and_leaves_the_rest() {
        JsonNode approved = project(Works.WATER, "2012-02-13", works.report);
        assertThat(text(approved, "status")).isEqualTo("APPROVED");
        assertThat(text(approved.path("milestones"), "proposedOn")).isEqualTo("2012-02-01");
        assertThat(text(approved.path("milestones"), "approvedOn")).isEqualTo("2012-02-13");
        assertThat(approved.path("resolution").path("participants").asInt()).isEqualTo(120);
        JsonNode resolved = project(Works.WATER, "2012-02-12", works.report);
        assertThat(text(resolved, "status")).isEqualTo("PROPOSED");
        assertThat(resolved.path("resolution").path("inFavour").asInt()).isEqualTo(118);
        JsonNode awarded = project(Works.WATER, "2012-02-20", works.report);
        assertThat(text(awarded, "status")).isEqualTo("AWARDED");
        assertThat(text(awarded.path("contract").path("price"), "amount")).isEqualTo("41000.00");
        assertThat(text(awarded.path("milestones"), "awardedOn")).isEqualTo("2012-02-20");
        JsonNode started = project(Works.WATER, "2012-02-21", works.report);
        assertThat(text(started.path("milestones"), "startedOn")).isEqualTo("2012-02-21");
        assertThat(started.has("progress")).isFalse();
        JsonNode progressed = project(Works.WATER, "2012-03-20", works.report);
        assertThat(progressed.path("progress").path("percent").asInt()).isEqualTo(50);
        assertThat(text(progressed.path("contract").path("price"), "amount")).isEqualTo("41000.00");
        JsonNode completed = project(Works.WATER, "2012-05-02", works.report);
        assertThat(text(completed.path("milestones"), "completedOn")).isEqualTo("2012-05-01");
        assertThat(completed.path("lines")).hasSize(2);
        assertThat(completed.path("beneficiaries")).hasSize(3);
        assertThat(completed.path("quantities")).hasSize(1);
        assertThat(text(completed.path("beneficiaries").path(0).path("quantity"), "value"))
                .isEqualTo("197");
        assertThat(text(
                        project(Works.WATER, "2012-03-10", works.report)
                                .path("lines")
                                .path(0),
                        "stage"))
                .isEqualTo("PAID");
        assertThat(text(
                        project(Works.WATER, "2012-03-01", works.report)
                                .path("lines")
                                .path(0),
                        "stage"))
                .isEqualTo("APPROVED");
    }

    @Test
    void one_accepted_and_one_cancelled_say_so_and_when() {
        Village village = new Village();
        Classification none = new Classification(null, null);
        LocalDate day = Village.day("02-01");
        for (String name : List.of("road", "well")) {
            Undertaking of = new Undertaking(village.id(name), village.programme, village.office, village.id);
            village.put(
                    "Project-" + village.id(name),
                    new ProjectProposed(of, none, new Plan(ProjectKind.ROAD, "村组道路硬化", null, null), day));
            if (name.equals("road")) {
                village.put("Project-" + village.id(name), new ProjectAccepted(of, null, Village.day("02-20")));
            } else {
                village.put(
                        "Project-" + village.id(name),
                        new ProjectCancelled(of, village.reason(), null, Village.day("02-10")));
            }
        }
        long head = village.head();
        assertThat(village.state("Project", village.id("road"), "2012-02-20", head, "status", "milestones.acceptedOn"))
                .isEqualTo("ACCEPTED 2012-02-20");
        assertThat(village.state("Project", village.id("well"), "2012-02-10", head, "status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void what_was_invested_measured_and_done_for_people_counts_by_its_task_and_kind() {
        assertThat(counted("M24", "task", "T3")).isEqualTo("120000");
        assertThat(counted("M24", "kind", "KEY_VILLAGE")).isEqualTo("120000");
        assertThat(counted("M24", "kind", "DEPARTMENTS")).isEqualTo("0");
        assertThat(counted("M11", "task", "T3")).isEqualTo("2400");
        assertThat(counted("M11", "kind", "PIPE")).isEqualTo("2400");
        assertThat(counted("M12", "task", "T3")).isEqualTo("197");
        assertThat(counted("M12", "kind", "HOUSEHOLDS")).isEqualTo("197");
        assertThat(counted("M12", "task", "T1")).isEqualTo("0");
    }

    private String counted(String measure, String filter, String value) {
        return number(
                works.server
                        .ask(
                                OFFICE,
                                "/v1/figures",
                                "measure",
                                measure,
                                "division",
                                Works.VILLAGE,
                                "asOf",
                                YEAR_END,
                                "knownAt",
                                String.valueOf(works.head),
                                filter,
                                value)
                        .json(),
                "value");
    }

    @Test
    void a_line_of_investment_has_a_story_of_its_own() {
        assertThat(line("2012-02-29", works.report)).isEqualTo("-");
        assertThat(line("2012-03-01", works.report)).isEqualTo("100000.00 APPROVED ");
        assertThat(line("2012-03-10", works.report)).isEqualTo("100000.00 PAID 2012-03-10");
        assertThat(line("2012-03-10", works.head)).isEqualTo("120000.00 PAID 2012-03-10");
        assertThat(lines("PAID", "KEY_VILLAGE", Works.VILLAGE)).isEqualTo(1);
        assertThat(lines("APPROVED", "KEY_VILLAGE", Works.VILLAGE)).isZero();
        assertThat(lines("PAID", "OWN", Works.VILLAGE)).isZero();
        assertThat(lines("PAID", "KEY_VILLAGE", "530328202208")).isZero();
    }

    private String line(String asOf, long knownAt) {
        return works.server
                .register()
                .find("InvestmentLine", QueryServer.id("key").toString(), LocalDate.parse(asOf), knownAt)
                .map(item -> JsonMapper.shared().readTree(item.state()).path("line"))
                .map(line -> text(line.path("money"), "amount") + " " + text(line, "stage") + " "
                        + line.path("paidOn").asString(""))
                .orElse("-");
    }

    private int lines(String stage, String source, String place) {
        return works.server
                .register()
                .list(
                        new Filter(
                                "InvestmentLine",
                                LocalDate.parse(YEAR_END),
                                works.head,
                                "530328",
                                null,
                                place,
                                null,
                                null,
                                null,
                                null,
                                stage,
                                source,
                                null),
                        0,
                        "",
                        10)
                .size();
    }
}
