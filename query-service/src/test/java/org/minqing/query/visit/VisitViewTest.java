package org.minqing.query.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QuerySide;
import org.minqing.query.Village;

class VisitViewTest {
    private final Village village = new Village(side());
    private final UUID zhang = village.cadre("张示例");
    private final UUID wang = village.cadre("王示例");
    private final UUID li = village.household("李示例");
    private final UUID zhao = village.household("赵示例");

    private VisitRecorded visit(String name, UUID household, List<UUID> cadres, String day, boolean diary) {
        return new VisitRecorded(
                village.account(village.id(name)),
                new Home(7, household),
                null,
                cadres,
                VisitKind.DISPERSED,
                null,
                3,
                village.sealed("household:" + household, "屋顶漏雨（示例）"),
                diary ? village.sealed("household:" + household, "今天走访（示例）") : null,
                diary ? cadres.getFirst() : null,
                day(day));
    }

    private DiaryEntryWritten entry(VisitRecorded visit, UUID cadre, String day) {
        return new DiaryEntryWritten(
                visit.of(),
                village.id("entry of " + cadre + visit.of().visitId()),
                visit.home(),
                cadre,
                village.sealed("household:" + visit.home().householdId(), "记一笔（示例）"),
                day(day));
    }

    private Appended put(VisitRecorded visit) {
        return village.put("Visit-" + visit.of().visitId(), visit);
    }

    /** M20, M20b, M20C, M27. */
    private List<String> figures(String asOf, long knownAt, String... more) {
        return List.of(
                village.figure("M20", asOf, knownAt, more),
                village.figure("M20b", asOf, knownAt, more),
                village.figure("M20C", asOf, knownAt, more),
                village.figure("M27", asOf, knownAt, more));
    }

    private String state(VisitRecorded visit, String asOf, long knownAt) {
        return village.state("Visit", visit.of().visitId(), asOf, knownAt, "householdId", "cadreIds", "kind", "diary");
    }

    QuerySide side() {
        return new MemoryServer();
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void one_visit_by_two_cadres_is_one_household_visit_and_two_visits_by_cadre() {
        var both = visit("both", li, List.of(zhang, wang), "01-10", true);
        long head = put(both).position();
        assertThat(state(both, "2012-01-09", head)).isEqualTo("-");
        assertThat(state(both, "2012-01-10", head)).isEqualTo(li + " 2 DISPERSED 1");
        assertThat(figures("2012-01-09", head)).containsExactly("0", "0", "0", "0");
        assertThat(figures("2012-01-10", head)).containsExactly("1", "1", "2", "1");
        assertThat(figures("2012-01-10", head, "cadre", wang.toString())).containsExactly("0", "0", "1", "0");
        assertThat(figures("2012-01-10", head, "cadre", zhang.toString())).containsExactly("1", "1", "1", "1");
        assertThat(village.evidence("M20C", "2012-01-10", head)).hasSize(2).allSatisfy(e -> {
            assertThat(e.path("household").asString()).isEqualTo(li.toString());
            assertThat(e.path("task").asString()).isEqualTo("T1");
            assertThat(e.path("kind").asString()).isEqualTo("DISPERSED");
            assertThat(e.path("validOn").asString()).isEqualTo("2012-01-10");
        });
    }

    @Test
    void a_household_visited_often_counts_once_and_each_visit_once() {
        put(visit("a", li, List.of(zhang), "01-10", false));
        put(visit("b", li, List.of(wang), "02-10", false));
        long head = put(visit("c", zhao, List.of(wang), "02-11", false)).position();
        assertThat(figures("2012-02-11", head)).containsExactly("2", "3", "3", "0");
        assertThat(figures("2012-02-11", head, "from", "2012-02-01")).containsExactly("2", "2", "2", "0");
        assertThat(figures("2012-02-11", head, "from", "2012-01-01", "to", "2012-01-31"))
                .containsExactly("1", "1", "1", "0");
    }

    @Test
    void a_visit_recorded_late_counts_on_its_day_for_who_knows_of_it() {
        put(visit("a", li, List.of(zhang), "02-10", false));
        long late = put(visit("late", zhao, List.of(zhang), "01-05", false)).position();
        assertThat(figures("2012-01-31", late)).containsExactly("1", "1", "1", "0");
        assertThat(figures("2012-01-31", late - 1)).containsExactly("0", "0", "0", "0");
        assertThat(figures("2012-02-10", late)).containsExactly("2", "2", "2", "0");
        assertThat(figures("2012-02-10", late - 1)).containsExactly("1", "1", "1", "0");
    }

    @Test
    void a_corrected_visit_is_as_last_corrected_on_its_day_and_as_written_for_who_knew_no_better() {
        var written = visit("a", li, List.of(zhang), "01-10", true);
        var at = put(written);
        var better = visit("a", li, List.of(wang, zhang), "01-10", true);
        long first = village.corrects(at, written, better).position();
        var right = visit("a", zhao, List.of(wang), "01-10", false);
        long second = village.corrects(at, better, right).position();
        assertThat(state(written, "2012-01-10", at.position())).isEqualTo(li + " 1 DISPERSED 1");
        assertThat(state(written, "2012-01-10", first)).isEqualTo(li + " 2 DISPERSED 1");
        assertThat(state(written, "2012-01-10", second)).isEqualTo(zhao + " 1 DISPERSED 0");
        assertThat(figures("2012-01-10", first)).containsExactly("1", "1", "2", "1");
        assertThat(figures("2012-01-10", second)).containsExactly("1", "1", "1", "0");
        assertThat(village.figure("M20", "2012-01-10", second, "household", li.toString()))
                .isEqualTo("0");
        assertThat(village.figure("M27", "2012-01-10", first, "cadre", wang.toString()))
                .isEqualTo("1");
        // voided, what is in force is taken back
        long voided = village.voids(at, right).position();
        assertThat(figures("2012-01-10", voided)).containsExactly("0", "0", "0", "0");
        assertThat(state(written, "2012-01-10", voided)).isEqualTo("VOIDED");
        assertThat(state(written, "2012-01-10", second)).isEqualTo(zhao + " 1 DISPERSED 0");
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before() {
        var written = visit("a", li, List.of(zhang, wang), "01-10", true);
        var at = put(written);
        var better = visit("a", zhao, List.of(wang), "01-10", false);
        var correction = village.corrects(at, written, better);
        long back = village.put(
                        at.stream(),
                        new Voided<>(
                                correction.eventId(),
                                new Corrected<>(at.eventId(), written, better, village.reason(), null),
                                village.reason(),
                                null))
                .position();
        assertThat(figures("2012-01-10", back - 1)).containsExactly("1", "1", "1", "0");
        assertThat(figures("2012-01-10", back)).containsExactly("1", "1", "2", "1");
        assertThat(state(written, "2012-01-10", back)).isEqualTo(li + " 2 DISPERSED 1");
        assertThat(village.timeline("visits", written.of().visitId()))
                .last()
                .isEqualTo("撤销：更正：张**、王**走访李家 李**；更正为：王**走访赵家 赵**");
        assertThat(village.timeline("households", zhao)).hasSize(3);
    }

    @Test
    void a_diary_entry_makes_its_cadre_one_who_keeps_a_diary_until_it_is_voided() {
        var visit = visit("a", li, List.of(zhang, wang), "01-10", true);
        put(visit);
        String stream = "Visit-" + visit.of().visitId();
        var entry = entry(visit, wang, "01-12");
        var at = village.put(stream, entry);
        long corrected =
                village.corrects(at, entry, entry(visit, wang, "01-12")).position();
        long voided = village.voids(at, entry).position();
        assertThat(village.figure("M27", "2012-01-11", corrected)).isEqualTo("1");
        assertThat(village.figure("M27", "2012-01-12", corrected)).isEqualTo("2");
        assertThat(village.figure("M27", "2012-01-12", voided)).isEqualTo("1");
        assertThat(state(visit, "2012-01-12", at.position())).endsWith(" 2");
        assertThat(state(visit, "2012-01-12", corrected)).endsWith(" 2");
        assertThat(state(visit, "2012-01-12", voided)).endsWith(" 1");
        // two entries of one cadre are one cadre
        village.put(stream, entry(visit, zhang, "01-15"));
        assertThat(village.figure("M27", "2012-01-15", village.head())).isEqualTo("1");
    }

    @Test
    void tells_its_events_as_sentences() {
        var visit = visit("a", li, List.of(zhang, wang), "01-10", true);
        String stream = "Visit-" + visit.of().visitId();
        var at = put(visit);
        var entry = entry(visit, wang, "01-12");
        var written = village.put(stream, entry);
        village.corrects(written, entry, entry);
        village.voids(written, entry);
        village.corrects(at, visit, visit("a", li, List.of(zhang), "01-10", false));
        village.voids(at, visit("a", li, List.of(zhang), "01-10", false));
        assertThat(village.timeline("visits", visit.of().visitId()))
                .containsExactly(
                        "张**、王**走访李家 李**",
                        "更正：张**、王**走访李家 李**；更正为：张**走访李家 李**",
                        "撤销：张**走访李家 李**",
                        "王**写民情日记",
                        "更正：王**写民情日记；更正为：王**写民情日记",
                        "撤销：王**写民情日记");
        assertThat(village.timeline("households", li)).hasSize(7);
        assertThat(village.timeline("cadres", wang)).contains("张**、王**走访李家 李**", "王**写民情日记", "撤销：王**写民情日记");
    }

    @Test
    void a_visit_is_found_by_its_household_its_cadres_and_its_kind() {
        long head = put(visit("a", li, List.of(zhang, wang), "01-10", false)).position();
        assertThat(village.found("Visit", "2012-02-01", head, "household", li)).isEqualTo(1);
        assertThat(village.found("Visit", "2012-02-01", head, "household", zhao))
                .isZero();
        assertThat(village.found("Visit", "2012-02-01", head, "cadre", wang)).isEqualTo(1);
        assertThat(village.found("Visit", "2012-02-01", head, "kind", "DISPERSED"))
                .isEqualTo(1);
        assertThat(village.found("Visit", "2012-02-01", head, "village", village.other))
                .isZero();
    }
}
