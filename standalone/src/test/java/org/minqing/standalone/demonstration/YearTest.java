package org.minqing.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minqing.events.activity.ActivityKind;
import org.minqing.log.LogClock;
import org.minqing.standalone.demonstration.Table.Row;
import tools.jackson.databind.JsonNode;

class YearTest {
    private static final Instant REPORTED = Instant.parse("2013-05-05T16:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2012, 12, 31);

    private final List<Step> steps = Year.script().steps();

    @Test
    void happened_by_the_end_of_2012_and_was_recorded_before_the_report() {
        for (Step step : steps) {
            LocalDate recorded = step.recordedAt().atZone(LogClock.ZONE).toLocalDate();
            JsonNode day = step.body().get("occurredOn");
            LocalDate occurred = day == null ? recorded : LocalDate.parse(day.asString());
            assertThat(occurred).as(step.toString()).isBeforeOrEqualTo(recorded);
            switch (step.command()) {
                case "RecodeDivision" -> assertThat(recorded.getYear()).isEqualTo(2016);
                case "Correct" -> assertThat(recorded.getYear()).isEqualTo(2014);
                // the report of the year is written after it, and sealed before it is printed
                case "WriteSection", "SubmitReport", "SendBackReport", "ApproveReport", "SealPeriod" ->
                    assertThat(step.recordedAt()).as(step.toString()).isBefore(REPORTED);
                default -> {
                    assertThat(step.recordedAt()).as(step.toString()).isBefore(REPORTED);
                    assertThat(occurred).as(step.toString()).isBeforeOrEqualTo(LAST_DAY);
                }
            }
        }
    }

    @Test
    void gives_every_command_an_id_of_its_own_that_stays() {
        assertThat(steps.stream().map(Step::commandId)).doesNotHaveDuplicates();
        assertThat(Year.script().steps().stream().map(Step::commandId).toList())
                .isEqualTo(steps.stream().map(Step::commandId).toList());
    }

    @Test
    void has_the_cadres_households_and_cards_that_the_report_prints() {
        List<Cadre> cadres = Cadre.all();
        assertThat(cadres).hasSize(52);
        assertThat(cadres.stream().filter(c -> c.rank().matches("12[12]|13[12]")))
                .hasSize(29);
        assertThat(cadres.stream().filter(c -> c.rank().matches("14[12]|150|160")))
                .hasSize(23);
        assertThat(Household.all().stream().collect(Collectors.groupingBy(Household::standing, Collectors.counting())))
                .containsEntry(Household.Standing.LINKED, 214L)
                .containsEntry(Household.Standing.REGISTERED_ONLY, 2L)
                .containsEntry(Household.Standing.FURTHER, 520L);
        assertThat(count("IssueLiaisonCard")).isEqualTo(214);
        assertThat(count("ConfirmCardDelivery")).isEqualTo(214);
        assertThat(count("ResolveDispute")).isEqualTo(10);
    }

    @Test
    void has_21000_yuan_for_water_and_gifts_that_make_three_times_ten_thousand_and_more() {
        BigDecimal water =
                Cadre.all().stream().map(c -> new BigDecimal(c.gift())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal kind = Table.read("gifts").stream()
                .map(g -> new BigDecimal(g.text("price")).multiply(new BigDecimal(g.text("quantity"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(water).isEqualByComparingTo("21000.00");
        assertThat(kind).isBetween(new BigDecimal("9000.01"), new BigDecimal("18999.99"));
    }

    @Test
    void has_the_talks_surveys_and_suggestions_that_the_report_prints() {
        Map<String, Long> kinds = Table.read("activities").stream()
                .collect(Collectors.groupingBy(row -> row.text("kind"), Collectors.counting()));
        assertThat(kinds).containsEntry("HEART_TO_HEART_TALK", 8L);
        assertThat(kinds.get("SURVEY_THEMATIC") + kinds.get("SURVEY_RANDOM")).isEqualTo(16);
        assertThat(kinds)
                .containsKeys(
                        Arrays.stream(ActivityKind.values()).map(Enum::name).toArray(String[]::new));
        assertThat(Table.read("concerns"))
                .hasSize(45)
                .allSatisfy(row -> assertThat(row.text("kind")).isIn("OPINION", "SUGGESTION"));
    }

    @Test
    void has_both_side_campaigns_and_study_in_every_mode() {
        List<Row> activities = Table.read("activities");
        assertThat(activities).extracting(row -> row.optional("campaign")).contains("安全生产年", "干部作风转变年");
        assertThat(activities).extracting(row -> row.optional("mode")).contains("COLLECTIVE", "DISPERSED", "SELF");
        assertThat(activities)
                .filteredOn(row -> row.text("kind").equals("SAFETY_CHECK"))
                .allSatisfy(row -> assertThat(row.optional("enterprise")).isNotNull());
    }

    @Test
    void looks_for_gaps_in_four_aspects_of_the_team_and_of_each_of_its_members() {
        for (String owner : List.of("team", "members")) {
            assertThat(Table.read("rectifications"))
                    .filteredOn(row -> row.text("owner").equals(owner))
                    .extracting(row -> row.text("aspect"))
                    .containsExactlyInAnyOrder("THOUGHT", "WORK", "CONDUCT", "INTEGRITY");
        }
        assertThat(count("RaiseRectification")).isEqualTo(4 + 4 * 9 + 3);
        assertThat(count("ConfirmRectification")).isEqualTo(count("RaiseRectification"));
    }

    @Test
    void posts_seven_instructors_three_secretaries_and_three_correspondents_to_three_villages() {
        assertThat(Table.read("postings").stream()
                        .collect(Collectors.groupingBy(row -> row.text("command"), Collectors.counting())))
                .isEqualTo(Map.of("SecondInstructor", 7L, "AppointStandingSecretary", 3L, "AppointCorrespondent", 3L));
        assertThat(Table.read("postings"))
                .extracting(row -> row.text("village"))
                .containsOnly("530328202207", "530328202208", "530328202201");
    }

    @Test
    void splits_1750000_yuan_for_the_road_among_all_five_sources() {
        List<Row> lines = Table.read("investments");
        assertThat(lines)
                .extracting(row -> row.text("source"))
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(lines.stream()
                        .map(row -> new BigDecimal(row.text("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1750000");
    }

    @Test
    void lets_nothing_be_owed_that_is_not_handed_in() {
        assertThat(documents("RequireDocument")).hasSize(8 + 9 + 52 + 52 + 46).isEqualTo(documents("HandInDocument"));
    }

    @Test
    void lets_every_cadre_write_a_diary() {
        assertThat(steps.stream()
                        .filter(s -> s.body().has("diary"))
                        .map(s -> s.body().get("cadreIds").get(0).asString())
                        .distinct())
                .hasSize(52);
    }

    @Test
    void lets_two_cadres_copy_their_own_diary_and_nobody_else() {
        Map<String, List<Step>> texts = steps.stream()
                .filter(s -> s.body().has("diary"))
                .collect(Collectors.groupingBy(s -> s.body().get("diary").asString()));
        assertThat(texts).hasSizeGreaterThan(100);
        assertThat(texts.values().stream().filter(same -> same.size() > 1))
                .hasSize(2)
                .allSatisfy(same -> assertThat(same.stream()
                                .map(s -> s.body().get("cadreIds").get(0).asString()))
                        .hasSize(2)
                        .containsOnly(
                                same.getFirst().body().get("cadreIds").get(0).asString()));
    }

    @Test
    void marks_every_row_and_calls_every_person_an_example() {
        for (String table : List.of(
                "divisions",
                "organisations",
                "offices",
                "tasks",
                "quotas",
                "cadres",
                "groups",
                "rounds",
                "activities",
                "projects",
                "quantities",
                "beneficiaries",
                "documents",
                "postings",
                "teams",
                "hardships",
                "grants")) {
            assertThat(Table.read(table))
                    .as(table)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.mark()).isNotNull());
        }
        for (String table : List.of(
                "gifts", "disputes", "findings", "diaries", "concerns", "investments", "sponsors", "rectifications")) {
            assertThat(Table.read(table))
                    .as(table)
                    .isNotEmpty()
                    .extracting(Row::mark)
                    .containsOnly(Mark.INVENTED);
        }
        assertThat(Cadre.all()).allSatisfy(c -> assertThat(c.name()).contains("示例"));
        assertThat(Household.all()).allSatisfy(h -> assertThat(h.headName()).contains("示例"));
        assertThat(steps)
                .allSatisfy(s ->
                        assertThat(s.body().get("authority").asString()).matches(".* · (printed|inferred|invented)"));
    }

    @Test
    void begins_when_the_clock_does() {
        assertThat(Year.script().moments().firstKey()).isAfterOrEqualTo(Year.OPENED);
    }

    private Set<String> documents(String command) {
        return steps.stream()
                .filter(s -> s.command().equals(command))
                .map(s -> s.body().get("documentId").asString())
                .collect(Collectors.toSet());
    }

    private long count(String command) {
        return steps.stream().filter(s -> s.command().equals(command)).count();
    }
}
