package org.minqing.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.QueryServer;
import org.minqing.query.Twins;
import org.minqing.query.Village;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

class DataQualityRulesTest {
    private static final Faults FAULTS = new Faults();
    private static final Set<String> BY_POSTING = Set.of("DQ13", "DQ14");

    private final DataQualityRules rules = FAULTS.village.server().context.getBean(DataQualityRules.class);

    static Stream<Planted> planted() {
        return FAULTS.planted.stream();
    }

    static Stream<Planted> plantedByDay() {
        return planted().filter(each -> each.last() != null);
    }

    private Records records(LocalDate to, long knownAt) {
        return new Records(
                FAULTS.village.programme, FAULTS.village.office, FAULTS.village.county, Faults.FROM, to, knownAt);
    }

    private List<String> found(String number, Records records) {
        return found(rules, number, records);
    }

    private static List<String> found(DataQualityRules rules, String number, Records records) {
        Rule rule = rules.rules().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
        return rules.findings(rule, records).stream().map(Finding::record).toList();
    }

    private List<String> found(String number, LocalDate to) {
        return found(number, records(to, FAULTS.head));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void finds_the_fault_and_not_what_is_without_it(Planted each) {
        assertThat(found(each.rule(), Faults.TO))
                .contains(each.faulty().toString())
                .doesNotContain(each.clean().toString());
    }

    @ParameterizedTest
    @MethodSource("plantedByDay")
    void finds_nothing_until_the_last_day_is_past(Planted each) {
        LocalDate last = java.util.Objects.requireNonNull(each.last());
        assertThat(found(each.rule(), last)).doesNotContain(each.faulty().toString());
        assertThat(found(each.rule(), last.plusDays(1))).contains(each.faulty().toString());
    }

    @AfterAll
    static void every_table_built_again_is_the_same() {
        Village.rebuild();
    }

    /** The village of faults has something of every family. */
    @Test
    void in_memory_the_same_is_counted_and_told() {
        Twins twins = new Twins(FAULTS.village.server(), FAULTS.village.county);
        twins.count("2013-12-31", FAULTS.head);
        twins.count("2012-01-10", FAULTS.head - 40);
        twins.list("2013-12-31", FAULTS.head);
        twins.list("2012-01-10", FAULTS.head - 20);
    }

    @Test
    void every_rule_is_tried() {
        Set<String> tried = new TreeSet<>(BY_POSTING);
        planted().forEach(each -> tried.add(each.rule()));
        assertThat(rules.rules()).extracting(Rule::number).containsExactlyElementsOf(tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DQ13 STANDING_SECRETARY", "DQ14 CORRESPONDENT"})
    void a_village_wants_somebody_posted(String ruleAndKind) throws SQLException {
        String number = ruleAndKind.split(" ")[0];
        String kind = ruleAndKind.split(" ")[1];
        assertThat(found(number, Faults.TO))
                .contains(
                        FAULTS.roster.posted().toString(),
                        FAULTS.roster.unposted().toString());
        // postings come from a feature of their own: here a row of theirs stands for the length of a transaction
        try (Connection connection =
                FAULTS.village.server().database.pool("postgres", 1).getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            posted(jdbc, kind);
            var seen =
                    new DataQualityRules(jdbc, FAULTS.village.server().context.getBean(Names.class));
            assertThat(found(seen, number, records(Faults.TO, FAULTS.head)))
                    .contains(FAULTS.roster.unposted().toString())
                    .doesNotContain(FAULTS.roster.posted().toString());
            connection.rollback();
        }
    }

    private static void posted(JdbcClient jdbc, String kind) {
        jdbc.sql("""
                        insert into read.register
                            (type, id, valid, known, first_position, voided, state, programme, division, cadres, status, kinds)
                        values ('Posting', :id, '[2012-01-01,)', '[1,)', 1, false, '{}', :programme, :division, '{}', 'ACTIVE',
                                array[:kind])
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("programme", FAULTS.village.programme)
                .param("division", FAULTS.roster.postedVillage())
                .param("kind", kind)
                .update();
    }

    @Test
    void what_was_mended_later_is_still_found_at_the_position_before() {
        long mended = FAULTS.roster.mended.position();
        String good = FAULTS.roster.good().toString();
        assertThat(found("DQ01", records(Faults.TO, mended - 1))).contains(good);
        assertThat(found("DQ01", records(Faults.TO, mended))).doesNotContain(good);
    }

    @Test
    void a_void_of_what_mended_it_brings_the_fault_back() {
        var village = FAULTS.village;
        long voided = village.voids(FAULTS.roster.mended, FAULTS.roster.mending).position();
        village.server().ask(QueryServer.office(village.county), "/v1/measures"); // once the read side stands there
        String good = FAULTS.roster.good().toString();
        assertThat(found("DQ01", records(Faults.TO, voided - 1))).doesNotContain(good);
        assertThat(found("DQ01", records(Faults.TO, voided))).contains(good);
    }

    @Test
    void the_same_question_has_the_same_answer_by_rule_and_id() {
        Records records = records(Faults.TO, FAULTS.head);
        List<Finding> findings = rules.findings(records);
        assertThat(rules.findings(records)).isEqualTo(findings);
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings).isSortedAccordingTo((a, b) -> (a.rule() + a.id()).compareTo(b.rule() + b.id()));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.divisionId()).startsWith(FAULTS.village.county));
    }

    @Test
    void looks_only_at_the_programme_organisation_and_division_asked_for() {
        UUID other = UUID.randomUUID();
        var village = FAULTS.village;
        for (Records elsewhere : List.of(
                new Records(other, null, null, Faults.FROM, Faults.TO, FAULTS.head),
                new Records(null, other, null, Faults.FROM, Faults.TO, FAULTS.head),
                new Records(village.programme, null, "990000", Faults.FROM, Faults.TO, FAULTS.head))) {
            assertThat(rules.findings(elsewhere)).isEmpty();
        }
    }

    @Test
    void every_rule_has_a_number_of_its_own_and_words_in_both_languages() {
        Texts texts = new Texts();
        Set<String> numbers = new HashSet<>();
        for (Rule rule : rules.rules()) {
            assertThat(numbers.add(rule.number())).as(rule.number()).isTrue();
            for (Language language : Language.values()) {
                for (String part : List.of("title", "remedy")) {
                    assertThat(texts.find(language, "rule." + rule.number() + "." + part))
                            .as(language + " " + rule.number() + " " + part)
                            .isPresent();
                }
            }
        }
        assertThat(rules.version()).matches("[0-9a-f]{16}");
    }

    @Test
    void people_read_the_findings_page_by_page_with_what_to_do() {
        var village = FAULTS.village;
        String programme = village.programme.toString();
        Set<String> seen = new TreeSet<>();
        String cursor = null;
        int pages = 0;
        do {
            QueryServer.Answer answer = cursor == null
                    ? village.ask("/v1/data-quality", "2013-12-31", FAULTS.head, "programme", programme, "limit", "50")
                    : village.ask(
                            "/v1/data-quality",
                            "2013-12-31",
                            FAULTS.head,
                            "programme",
                            programme,
                            "limit",
                            "50",
                            "cursor",
                            cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            for (JsonNode item : answer.json().path("items")) {
                assertThat(seen.add(item.path("id").asString())).isTrue();
            }
            assertThat(answer.json().path("from").asString()).isEqualTo("2013-01-01");
            JsonNode next = answer.json().path("next");
            cursor = next.isNull() ? null : next.asString();
            pages++;
        } while (cursor != null);
        assertThat(pages).isGreaterThan(1);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(rules
                        .findings(new Records(
                                village.programme,
                                null,
                                village.county,
                                LocalDate.of(2013, 1, 1),
                                Faults.TO,
                                FAULTS.head))
                        .stream()
                        .map(finding -> finding.id().toString())
                        .toList());
    }

    /** However short the stretches and pages: every finding once, as all of them together. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void page_by_page_the_same_is_found_as_at_once(int few) {
        var village = FAULTS.village;
        FindingPages pages = new FindingPages(rules, few);
        int paged = 0;
        for (UUID programme : new UUID[] {village.programme, null}) {
            for (LocalDate to : List.of(Faults.TO, Faults.TO.minusMonths(5))) {
                for (long knownAt : List.of(FAULTS.head, FAULTS.head - 30)) {
                    Records records = new Records(programme, null, village.county, Faults.FROM, to, knownAt);
                    List<Finding> told = new java.util.ArrayList<>();
                    FindingPages.After after = pages.first();
                    List<FindingPages.Told> page;
                    do {
                        page = pages.page(rules.rules(), records, after, 2 + few);
                        page.forEach(each -> told.add(each.finding()));
                        if (!page.isEmpty()) {
                            var last = page.getLast();
                            after = new FindingPages.After(
                                    last.finding().rule(),
                                    last.stretch(),
                                    last.finding().id().toString());
                        }
                    } while (page.size() == 2 + few);
                    assertThat(told).doesNotHaveDuplicates().hasSameElementsAs(rules.findings(records));
                    paged += told.size();
                }
            }
        }
        assertThat(paged).isPositive();
    }

    @Test
    void a_finding_says_in_the_readers_language_what_it_is_and_what_to_do() {
        var village = FAULTS.village;
        JsonNode item = village.ask(
                        "/v1/data-quality", "2012-03-05", FAULTS.head, "rule", "DQ23", "division", village.id)
                .json()
                .path("items")
                .get(0);
        assertThat(item.path("title").asString()).isEqualTo("A household on the roster lives in another village");
        assertThat(item.path("severity").asString()).isEqualTo("ERROR");
        assertThat(item.path("record").path("type").asString()).isEqualTo("Household");
        assertThat(item.path("divisionName").asString()).isEqualTo("水田村");
        QueryServer.Answer chinese = village.server()
                .get(QueryServer.office(village.county), "/v1/data-quality/rules?after=" + FAULTS.head, "zh");
        assertThat(chinese.json().path("items").size()).isEqualTo(rules.rules().size());
        assertThat(chinese.json().at("/items/0/title").asString()).isEqualTo("已入名册的农户没有联系干部");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        var village = FAULTS.village;
        assertThat(village.ask("/v1/data-quality", "2012-03-05", FAULTS.head, "rule", "DQ99")
                        .status())
                .isEqualTo(404);
        assertThat(village.ask("/v1/data-quality", "2012-03-05", FAULTS.head, "from", "2012-03-02", "to", "2012-03-01")
                        .status())
                .isEqualTo(422);
        assertThat(village.server()
                        .ask(QueryServer.office("530399"), "/v1/data-quality", "division", village.id)
                        .status())
                .isEqualTo(403);
        assertThat(village.server()
                        .ask(QueryServer.office("530399"), "/v1/data-quality")
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
