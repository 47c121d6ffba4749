package org.minqing.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Village;
import org.minqing.query.dataquality.Rule.Found;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.DataQuality.Severity;
import org.minqing.query.platform.source.Names;

/** The rules that compare what is sealed: DQ47, DQ48 and DQ49. */
class ComparedTextsTest {
    private static final String TEXT = "和户主一起看了旱地改种烤烟"; // 13 characters
    private static final String LONG = "在农户家中拉家常两小时，记下饮水和道路两件难事";
    private static final String OTHER = "坐在火塘边听老人讲村史，群众最盼的是水，路也要修";
    private static final String NUMBER = "11010519491231002X";
    private static final String OTHER_NUMBER = "440524188001010014";
    private static final LocalDate FROM = LocalDate.of(2011, 12, 26);
    private static final LocalDate TO = LocalDate.of(2012, 3, 1);
    private static final LocalDate VISITED = day("02-01");

    private final Village village = new Village(QueryServer.shared());
    private final Roster roster = Roster.of(village);
    private final DataQualityRules rules = village.server().context.getBean(DataQualityRules.class);

    ComparedTextsTest() {
        village.put(roster.stream(), roster.designated(null, Village.LAUNCH));
    }

    // ------------------------------------------------------------------ what is asked

    private List<String> found(String rule) {
        return found(rule, village.head());
    }

    private List<String> found(String rule, long knownAt) {
        return found(rule, new Records(village.programme, village.office, null, FROM, TO, knownAt));
    }

    private List<String> found(String rule, Records records) {
        village.server().ask(QueryServer.office(village.county), "/v1/measures"); // once the read side stands there
        Rule wanted = rules.rules().stream()
                .filter(each -> each.number().equals(rule))
                .findFirst()
                .orElseThrow();
        return rules.findings(wanted, records).stream().map(Finding::record).toList();
    }

    private void erased(String subject) {
        village.server().keys().erase(List.of(subject));
    }

    // ------------------------------------------------------------------ diaries

    private VisitRecorded visit(UUID visit, String household, String cadre, @Nullable String diary, LocalDate on) {
        UUID of = village.id("household " + household);
        UUID by = village.id("cadre " + cadre);
        return new VisitRecorded(
                village.account(visit),
                new Home(7, of),
                null,
                List.of(by),
                VisitKind.DISPERSED,
                null,
                3,
                null,
                diary == null ? null : village.sealed("household:" + of, diary),
                diary == null ? null : by,
                on);
    }

    private String visited(String name, String household, String cadre, @Nullable String diary, LocalDate on) {
        UUID visit = village.id("visit " + name);
        village.put("Visit-" + visit, visit(visit, household, cadre, diary, on));
        return visit.toString();
    }

    private String visited(String name, @Nullable String diary) {
        return visited(name, "of " + name, "of " + name, diary, VISITED);
    }

    private DiaryEntryWritten entry(String visit, String household, String text, LocalDate on) {
        UUID of = village.id("household " + household);
        return new DiaryEntryWritten(
                village.account(UUID.fromString(visit)),
                village.id("entry of " + visit),
                new Home(7, of),
                village.id("cadre writing later"),
                village.sealed("household:" + of, text),
                on);
    }

    @Test
    void finds_each_visit_whose_diary_says_what_another_says() {
        String one = visited("one", LONG);
        String two = visited("two", LONG);
        String three = visited("three", LONG);
        visited("different", OTHER);
        visited("mute", null);
        assertThat(found("DQ47")).containsExactlyInAnyOrder(one, two, three);
    }

    @Test
    void finds_a_cadre_who_copies_the_own_diary_of_the_same_household() {
        String before = visited("before", "same", "same", LONG, VISITED);
        String after = visited("after", "same", "same", LONG, VISITED.plusDays(7));
        assertThat(found("DQ47")).containsExactlyInAnyOrder(before, after);
    }

    @Test
    void finds_an_entry_written_later_and_nothing_once_it_reads_otherwise_or_was_never_written() {
        String copied = visited("copied", LONG);
        String late = visited("late", null);
        DiaryEntryWritten entry = entry(late, "of late", LONG, VISITED.plusDays(1));
        Appended written = village.put("Visit-" + late, entry);
        assertThat(found("DQ47")).containsExactlyInAnyOrder(copied, late);
        DiaryEntryWritten own = entry(late, "of late", OTHER, VISITED.plusDays(1));
        village.corrects(written, entry, own);
        assertThat(found("DQ47")).isEmpty();
        DiaryEntryWritten again = entry(late, "of late", LONG, VISITED.plusDays(1));
        village.corrects(written, own, again);
        assertThat(found("DQ47")).containsExactlyInAnyOrder(copied, late);
        village.voids(written, again);
        assertThat(found("DQ47")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"和户主 一起，看了旱地……改种烤烟\n123", "「和户主」一起看了旱地　改种烤烟（１２３）～", "和户主一起看了旱地改种烤烟\u200b！①２３"})
    void white_space_punctuation_and_width_make_no_difference(String written) {
        String plain = visited("plain", TEXT + "123");
        String dressed = visited("dressed", written);
        assertThat(found("DQ47")).containsExactlyInAnyOrder(plain, dressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"和户主一起看了旱地改种烤烟1", "和户主，一起。看了 旱地！改种（烤烟）１"})
    void fewer_than_fifteen_characters_are_no_copy(String written) {
        visited("short", TEXT + "1");
        visited("short too", written);
        assertThat(found("DQ47")).isEmpty();
        String first = visited("long", written + "2");
        String second = visited("long too", written + "2");
        assertThat(found("DQ47")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void what_was_not_known_is_not_found_and_what_was_corrected_is_found_at_the_position_before() {
        String first = visited("first", LONG);
        long alone = village.head();
        UUID id = village.id("visit second");
        VisitRecorded before = visit(id, "second", "second", LONG, VISITED);
        Appended second = village.put("Visit-" + id, before);
        long copied = village.head();
        village.corrects(second, before, visit(id, "second", "second", OTHER, VISITED));
        assertThat(found("DQ47", alone)).isEmpty();
        assertThat(found("DQ47", copied)).containsExactlyInAnyOrder(first, id.toString());
        assertThat(found("DQ47")).isEmpty();
    }

    @Test
    void an_erased_household_drops_out_at_every_position() {
        visited("left", "left", "one", LONG, VISITED);
        visited("erased", "erased", "two", LONG, VISITED);
        long head = village.head();
        assertThat(found("DQ47", head)).hasSize(2);
        erased("household:" + village.id("household erased"));
        assertThat(found("DQ47", head)).isEmpty();
    }

    @Test
    void entries_of_other_days_and_other_organisations_are_not_compared() {
        visited("of the period", LONG);
        visited("of next day", "next", "next", LONG, TO.plusDays(1));
        visited("of day before", "before", "before", LONG, FROM.minusDays(1));
        assertThat(found("DQ47")).isEmpty();
        visited("of the period too", LONG);
        Records elsewhere = new Records(village.programme, UUID.randomUUID(), null, FROM, TO, village.head());
        assertThat(found("DQ47", elsewhere)).isEmpty();
        assertThat(found("DQ47")).hasSize(2);
    }

    @Test
    void compares_across_batches_and_opens_one_after_the_other() {
        List<Integer> opened = new ArrayList<>();
        Names names = texts -> {
            opened.add(texts.size());
            return texts.stream().collect(Collectors.toMap(each -> each, Sealed::ct));
        };
        Copies copies = new Copies(names, new Comparison(Form.NFKC, false, " ", 1));
        for (int i = 0; i <= 2 * Copies.BATCH; i++) {
            String text = i % (2 * Copies.BATCH) == 0 ? "the same" : "text " + i;
            Found record = new Found("Visit", String.valueOf(i), null);
            copies.add(new Copies.Candidate(
                    record, true, "", record.record(), new Sealed(1, "household:" + i, "A256GCM", "", text)));
        }
        assertThat(copies.found()).extracting(Found::record).containsExactlyInAnyOrder("0", "2000");
        assertThat(opened).containsExactly(Copies.BATCH, Copies.BATCH, 1);
    }

    // ------------------------------------------------------------------ citizen numbers

    private Person person(String name, @Nullable String number) {
        UUID id = village.id("person " + name);
        String subject = "person:" + id;
        return new Person(
                id,
                village.sealed(subject, name),
                number == null ? null : village.sealed(subject, number),
                "1",
                null,
                null,
                null);
    }

    private HouseholdRegistered registering(String name, Person head, List<Person> members) {
        return new HouseholdRegistered(
                village.residence(village.id("household " + name)), name, head, members, null, Village.LAUNCH);
    }

    private String registered(String name, Person head, Person... members) {
        HouseholdRegistered event = registering(name, head, List.of(members));
        village.put("Household-" + event.of().householdId(), event);
        return event.of().householdId().toString();
    }

    private String admitted(String household) {
        village.put(roster.stream(), roster.admitted(UUID.fromString(household), day("01-04")));
        return household;
    }

    @Test
    void finds_each_household_with_a_number_that_another_has_whatever_the_case_of_its_x() {
        String head = admitted(registered("head", person("甲", NUMBER)));
        String member = admitted(registered("member", person("乙", null), person("甲又", "11010519491231002x")));
        admitted(registered("other", person("丙", OTHER_NUMBER), person("丁", null)));
        assertThat(found("DQ48")).containsExactlyInAnyOrder(head, member);
        assertThat(found("DQ49")).isEmpty();
    }

    @Test
    void compares_with_households_off_the_roster_and_finds_those_when_asked_by_division() {
        String on = admitted(registered("on", person("甲", NUMBER)));
        String off = registered("off", person("甲又", NUMBER));
        assertThat(found("DQ48")).containsExactly(on);
        Records county = new Records(null, null, village.county, FROM, TO, village.head());
        assertThat(found("DQ48", county)).containsExactlyInAnyOrder(on, off);
        Records beside = new Records(null, null, village.other, FROM, TO, village.head());
        assertThat(found("DQ48", beside)).isEmpty();
    }

    @Test
    void an_archived_household_and_a_member_who_left_are_not_compared() {
        String left = admitted(registered("left", person("甲", NUMBER)));
        String archived = admitted(registered("archived", person("甲又", NUMBER)));
        assertThat(found("DQ48")).containsExactlyInAnyOrder(left, archived);
        UUID gone = UUID.fromString(archived);
        village.put("Household-" + gone, new HouseholdArchived(village.residence(gone), null, null, day("01-20")));
        assertThat(found("DQ48")).isEmpty();
        Person third = person("甲三", NUMBER);
        UUID joined = UUID.fromString(admitted(registered("joined", person("乙", null))));
        village.put("Household-" + joined, new HouseholdMemberAdded(village.residence(joined), third, day("01-21")));
        assertThat(found("DQ48")).containsExactlyInAnyOrder(left, joined.toString());
        village.put(
                "Household-" + joined,
                new HouseholdMemberRemoved(village.residence(joined), third.personId(), null, null, day("01-22")));
        assertThat(found("DQ48")).isEmpty();
    }

    @Test
    void a_household_of_another_county_is_found_by_the_mark_of_its_number_and_only_while_it_says_so() {
        Person here = person("甲", NUMBER);
        Person there = person("甲又", NUMBER);
        String asked = admitted(registered("here", here));
        Village beside = new Village(QueryServer.shared());
        UUID far = beside.id("household far");
        HouseholdRegistered registered =
                new HouseholdRegistered(beside.residence(far), "1", there, List.of(), null, Village.LAUNCH);
        Appended entered = beside.put("Household-" + far, registered);
        assertThat(found("DQ48")).as("nobody opens every number there is").isEmpty();
        String mark = "number of " + village.county;
        for (Person each : List.of(here, there)) {
            village.server().mark("citizen-number", "person:" + each.personId(), mark);
        }
        assertThat(found("DQ48")).containsExactly(asked);
        HouseholdRegistered otherwise = new HouseholdRegistered(
                beside.residence(far), "1", person("甲又", OTHER_NUMBER), List.of(), null, Village.LAUNCH);
        beside.corrects(entered, registered, otherwise);
        assertThat(found("DQ48", village.head() - 1)).containsExactly(asked);
        assertThat(found("DQ48")).isEmpty();
    }

    // ------------------------------------------------------------------ cadres

    private UUID cadre(String called, String name, UUID organisation) {
        UUID cadre = village.id("cadre " + called);
        village.put(
                "Cadre-" + cadre,
                new CadreRegistered(
                        new Membership(cadre, organisation, village.county),
                        null,
                        village.sealed("person:" + cadre, name),
                        "1",
                        "141",
                        null,
                        null,
                        null,
                        Village.LAUNCH));
        return cadre;
    }

    @Test
    void finds_cadres_of_one_name_in_one_organisation_or_with_one_telephone() {
        UUID elsewhere = village.id("office elsewhere");
        UUID one = cadre("one", "示例干部A", village.office);
        UUID same = cadre("same", "示例干部Ａ ", village.office);
        UUID far = cadre("far", "示例干部A", elsewhere);
        cadre("other", "示例干部乙", village.office);
        Records office = new Records(null, village.office, null, FROM, TO, village.head());
        assertThat(found("DQ54", office)).containsExactlyInAnyOrder(one.toString(), same.toString());
        Records there = new Records(null, elsewhere, null, FROM, TO, village.head());
        assertThat(found("DQ54", there)).isEmpty();
        for (UUID each : List.of(one, far, village.id("cadre other"))) {
            village.server().mark("phone", "person:" + each, "phone of " + village.county);
        }
        assertThat(found("DQ54", there)).containsExactly(far.toString());
        village.put(
                "Cadre-" + far,
                new CadreWithdrawn(new Membership(far, elsewhere, village.county), null, null, day("02-01")));
        Records later = new Records(null, elsewhere, null, FROM, TO, village.head());
        assertThat(found("DQ54", later)).isEmpty();
    }

    @Test
    void a_corrected_number_is_found_only_at_the_position_before() {
        String one = admitted(registered("one", person("甲", NUMBER)));
        long alone = village.head();
        HouseholdRegistered wrong = registering("two", person("乙", NUMBER), List.of());
        UUID two = wrong.of().householdId();
        Appended registered = village.put("Household-" + two, wrong);
        admitted(two.toString());
        long twice = village.head();
        village.corrects(registered, wrong, registering("two", person("乙", OTHER_NUMBER), List.of()));
        assertThat(found("DQ48", alone)).isEmpty();
        assertThat(found("DQ48", twice)).containsExactlyInAnyOrder(one, two.toString());
        assertThat(found("DQ48")).isEmpty();
    }

    @Test
    void an_erased_person_drops_out_at_every_position() {
        admitted(registered("one", person("甲", NUMBER)));
        Person erased = person("甲又", NUMBER);
        admitted(registered("two", erased));
        long head = village.head();
        assertThat(found("DQ48", head)).hasSize(2);
        erased("person:" + erased.personId());
        assertThat(found("DQ48", head)).isEmpty();
    }

    @Test
    void finds_a_household_that_holds_a_number_twice_but_not_for_two_households() {
        Person again = person("甲又", NUMBER);
        String twice = admitted(registered("twice", person("甲", NUMBER), person("乙", OTHER_NUMBER), again));
        assertThat(found("DQ49")).containsExactly(twice);
        assertThat(found("DQ48")).isEmpty();
        erased("person:" + again.personId());
        assertThat(found("DQ49")).isEmpty();
    }

    // ------------------------------------------------------------------ the edition

    @Test
    void other_sql_or_another_comparison_is_another_edition() {
        Comparison fifteen = new Comparison(Form.NFKC, false, "x", 15);
        String version = version("select 1", fifteen);
        assertThat(version("select 1", new Comparison(Form.NFKC, false, "x", 15)))
                .isEqualTo(version);
        assertThat(version("select 2", fifteen)).isNotEqualTo(version);
        assertThat(version("select 1", null)).isNotEqualTo(version);
        assertThat(version("select 1", new Comparison(Form.NFC, false, "x", 15)))
                .isNotEqualTo(version);
        assertThat(version("select 1", new Comparison(Form.NFKC, true, "x", 15)))
                .isNotEqualTo(version);
        assertThat(version("select 1", new Comparison(Form.NFKC, false, "y", 15)))
                .isNotEqualTo(version);
        assertThat(version("select 1", new Comparison(Form.NFKC, false, "x", 16)))
                .isNotEqualTo(version);
    }

    private static String version(String sql, @Nullable Comparison comparison) {
        return DataQualityRules.edition(List.of(new Rule("DQ99", Severity.WARNING, sql, comparison, null, null)));
    }

    @Test
    void the_answer_says_that_texts_are_equal_and_not_what_they_say() {
        visited("one", LONG);
        visited("two", LONG);
        QueryServer.Answer answer = village.ask("/v1/data-quality", "2012-03-01", village.head(), "rule", "DQ47");
        assertThat(answer.json().path("items").size()).isEqualTo(2);
        assertThat(answer.json().at("/items/0/title").asString())
                .isEqualTo("A diary entry has the same text as another");
        assertThat(answer.body()).doesNotContain("农户家中");
    }
}
