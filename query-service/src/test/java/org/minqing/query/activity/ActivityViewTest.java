package org.minqing.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.QuerySide;
import tools.jackson.databind.JsonNode;

class ActivityViewTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final QuerySide server = new MemoryServer();
    private final Talks at = new Talks("5304%02d".formatted(COUNT.incrementAndGet()));
    private final Sealed words = server.seal("activity:" + at.activity("words"), "内容（示例）");

    @BeforeEach
    void register() {
        division(at.county, "5304", "示例县");
        division(at.county + "202", at.county, "示例乡");
        division(at.village, at.county + "202", "示例村");
        organisation(at.mine, at.village, "示例煤矿", OrganisationKind.ENTERPRISE);
        organisation(at.branch, at.county, "示例支部", OrganisationKind.PARTY_BRANCH);
    }

    private void division(String id, String parent, String name) {
        put(
                "Division-" + id,
                new DivisionRegistered(new DivisionEvent.Place(id), parent, id, name, LocalDate.of(2011, 1, 1)));
    }

    private void organisation(UUID id, String seat, String name, OrganisationKind kind) {
        put(
                "Organisation-" + id,
                new OrganisationRegistered(new Seat(id, seat), name, kind, null, LocalDate.of(2011, 1, 1)));
    }

    private Appended put(String stream, DomainEvent event) {
        return server.on("2012-03-05", stream, event);
    }

    private Appended put(DomainEvent event) {
        return put("Activity-" + ((Place) event.of()).activityId(), event);
    }

    private JsonNode ask(String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        if (!all.contains("asOf")) {
            all.addAll(List.of("asOf", "2012-12-31"));
        }
        QueryServer.Answer answer = server.ask(QueryServer.office(at.county), path, all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private int figure(String measure, String... parameters) {
        List<String> all = new ArrayList<>(List.of("measure", measure, "division", at.county));
        all.addAll(List.of(parameters));
        return ask("/v1/figures", all.toArray(String[]::new)).path("value").asInt();
    }

    private JsonNode item(String name, String... parameters) {
        return ask("/v1/activities/" + at.activity(name), parameters);
    }

    private List<String> ids(String... parameters) {
        List<String> ids = new ArrayList<>();
        ask("/v1/activities", parameters)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private String id(String name) {
        return at.activity(name).toString();
    }

    @Test
    void talks_surveys_and_press_items_count_each_to_its_measure_and_all_of_them_by_kind() {
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.held("survey", ActivityKind.SURVEY_THEMATIC, null, "2012-03-02"));
        put(at.held("random", ActivityKind.SURVEY_RANDOM, 0, "2012-03-03"));
        put(at.held("press", ActivityKind.PRESS_ITEM, null, "2012-03-04"));
        put(at.held("meeting", ActivityKind.MEETING, 12, "2012-03-04"));
        assertThat(List.of(figure("M18"), figure("M19"), figure("M34"))).containsExactly(1, 2, 1);
        assertThat(figure("A01")).isEqualTo(5);
        assertThat(figure("A01", "task", "T1")).isEqualTo(5);
        assertThat(figure("A02")).isEqualTo(42);
        assertThat(ask("/v1/figures/evidence", "measure", "A02", "division", at.county)
                        .path("items"))
                .as("whoever was not counted, and nobody, is no evidence")
                .hasSize(2);
        assertThat(server.register().find("Activity", id("talk"), LocalDate.of(2012, 3, 1), server.head()))
                .hasValueSatisfying(item -> assertThat(item.label()).contains("用水（示例）"));
        JsonNode groups = ask("/v1/figures", "measure", "A01", "division", at.county, "groupBy", "kind")
                .path("groups");
        assertThat(groups)
                .hasSize(5)
                .allSatisfy(group -> assertThat(group.path("value").asInt()).isEqualTo(1));
        assertThat(groups.toString()).contains("heart-to-heart talk", "thematic survey", "meeting");
    }

    @Test
    void cadres_who_studied_count_once_however_often_they_did() {
        put(at.held("study", ActivityKind.STUDY, null, "2012-03-01"));
        put(at.held("training", ActivityKind.TRAINING, null, "2012-04-01"));
        put(at.held("meeting", ActivityKind.MEETING, null, "2013-04-01"));
        assertThat(figure("A03")).isEqualTo(2);
        assertThat(figure("A03", "asOf", "2013-12-31")).isZero();
    }

    @Test
    void a_plan_counts_for_nothing_until_it_is_held() {
        put(at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01"));
        assertThat(figure("M18")).isZero();
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-02"));
        assertThat(figure("M18")).isEqualTo(1);
        assertThat(figure("M18", "asOf", "2012-03-01")).isZero();
        assertThat(item("talk", "asOf", "2012-03-01").path("status").asString()).isEqualTo("SCHEDULED");
        JsonNode held = item("talk");
        assertThat(held.path("status").asString()).isEqualTo("RECORDED");
        assertThat(held.path("plannedOn").asString()).isEqualTo("2012-03-01");
        assertThat(held.path("heldOn").asString()).isEqualTo("2012-03-02");
        assertThat(held.path("divisionName").asString()).isEqualTo("示例村");
    }

    @Test
    void what_was_called_off_says_so_and_its_reason_is_masked() {
        put(at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01"));
        put(at.calledOff("talk", words, "2012-02-25"));
        JsonNode off = item("talk");
        assertThat(off.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(off.path("cancelledOn").asString()).isEqualTo("2012-02-25");
        assertThat(off.path("cancelledBecause").asString()).isEqualTo("***");
        assertThat(figure("A01")).isZero();
    }

    @Test
    void minutes_are_masked_and_of_their_day() {
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.minutes("talk", words, "2012-03-03"));
        assertThat(item("talk").path("minutes").path("text").asString()).isEqualTo("***");
        assertThat(item("talk", "asOf", "2012-03-02").path("minutes").isObject())
                .isFalse();
    }

    @Test
    void one_recorded_late_counts_on_its_own_day_and_only_to_who_knows_of_it() {
        put(at.held("second", ActivityKind.HEART_TO_HEART_TALK, null, "2012-03-04"));
        long before = server.head();
        put(at.held("first", ActivityKind.HEART_TO_HEART_TALK, null, "2012-03-01"));
        assertThat(figure("M18", "asOf", "2012-03-02")).isEqualTo(1);
        assertThat(figure("M18", "asOf", "2012-03-02", "knownAt", String.valueOf(before)))
                .isZero();
        assertThat(figure("M18", "knownAt", String.valueOf(before))).isEqualTo(1);
        assertThat(ids()).containsExactly(id("second"), id("first"));
    }

    @Test
    void a_plan_entered_after_the_activity_was_recorded_comes_first_in_its_story() {
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-02-28"));
        assertThat(item("talk", "asOf", "2012-02-21").path("status").asString()).isEqualTo("SCHEDULED");
        assertThat(item("talk").path("status").asString()).isEqualTo("RECORDED");
        assertThat(item("talk").path("plannedOn").asString()).isEqualTo("2012-02-28");
    }

    @Test
    void one_corrected_moves_from_one_measure_to_the_other_on_its_own_day() {
        ActivityRecorded talk = at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01");
        Appended recorded = put(talk);
        ActivityRecorded survey = at.held("talk", ActivityKind.SURVEY_RANDOM, 31, "2012-03-01");
        put(at.corrected(recorded.eventId(), talk, survey, words));
        assertThat(List.of(figure("M18"), figure("M19"), figure("A01"), figure("A02")))
                .containsExactly(0, 1, 1, 31);
        String before = String.valueOf(recorded.position());
        assertThat(figure("M18", "knownAt", before)).isEqualTo(1);
        assertThat(item("talk").path("kind").asString()).isEqualTo("SURVEY_RANDOM");
        assertThat(item("talk", "knownAt", before).path("kind").asString()).isEqualTo("HEART_TO_HEART_TALK");
        JsonNode evidence = ask("/v1/figures/evidence", "measure", "M18", "division", at.county)
                .path("items");
        assertThat(evidence)
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.path("validOn").asString()).isEqualTo("2012-03-01"));
    }

    @Test
    void one_voided_stands_as_voided_and_counts_for_nothing_but_to_who_asks_as_known_before() {
        ActivityRecorded talk = at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01");
        Appended recorded = put(talk);
        put(at.voided(recorded.eventId(), talk, words));
        assertThat(item("talk").path("status").asString()).isEqualTo("VOIDED");
        assertThat(List.of(figure("M18"), figure("A01"), figure("A02"))).containsExactly(0, 0, 0);
        assertThat(figure("M18", "knownAt", String.valueOf(recorded.position())))
                .isEqualTo(1);
    }

    @Test
    void one_whose_holding_was_voided_is_a_plan_again() {
        put(at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01"));
        ActivityRecorded talk = at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01");
        put(at.voided(put(talk).eventId(), talk, words));
        assertThat(item("talk").path("status").asString()).isEqualTo("SCHEDULED");
        assertThat(item("talk").path("heldOn").isNull()
                        || item("talk").path("heldOn").isMissingNode())
                .isTrue();
    }

    @Test
    void one_whose_plan_was_voided_was_held_all_the_same() {
        ActivityScheduled plan = at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01");
        UUID planned = put(plan).eventId();
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.voided(planned, plan, words));
        assertThat(item("talk").path("status").asString()).isEqualTo("RECORDED");
        assertThat(item("talk").path("plannedOn").isNull()
                        || item("talk").path("plannedOn").isMissingNode())
                .isTrue();
        assertThat(figure("M18")).isEqualTo(1);
    }

    @Test
    void one_whose_correction_was_voided_counts_as_it_did_and_says_so() {
        ActivityRecorded talk = at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01");
        Corrected<ActivityEvent> otherwise = at.corrected(
                put(talk).eventId(), talk, at.held("talk", ActivityKind.SURVEY_RANDOM, 31, "2012-03-01"), words);
        Appended corrected = put(otherwise);
        put(at.voided(corrected.eventId(), otherwise, words));
        assertThat(List.of(figure("M18"), figure("M19"), figure("A02"))).containsExactly(1, 0, 30);
        assertThat(figure("M19", "knownAt", String.valueOf(corrected.position())))
                .isEqualTo(1);
        String was = "Held: heart-to-heart talk, 用水（示例）";
        String is = "Held: random survey, 用水（示例）";
        assertThat(sentences("activities", at.activity("talk"), "en"))
                .containsExactly(
                        was,
                        "Corrected: " + was + "; it is now: " + is,
                        "Voided: Corrected: " + was + "; it is now: " + is);
    }

    @Test
    void lists_are_narrowed_by_kind_status_cadre_village_and_scope() {
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.planned("study", ActivityKind.STUDY, "2012-03-01", "2012-03-20"));
        assertThat(ids()).containsExactly(id("talk"), id("study"));
        assertThat(ids("kind", "STUDY")).containsExactly(id("study"));
        assertThat(ids("status", "RECORDED")).containsExactly(id("talk"));
        assertThat(ids("cadre", at.other.toString(), "village", at.village)).hasSize(2);
        assertThat(ids("cadre", UUID.randomUUID().toString())).isEmpty();
        String elsewhere = QueryServer.token("village-secretary", at.county + "202208", Map.of());
        assertThat(server.ask(elsewhere, "/v1/activities", "asOf", "2012-12-31")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(server.ask(elsewhere, "/v1/activities/" + id("talk"), "asOf", "2012-12-31")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_timeline_tells_it_in_both_languages() {
        put(at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01"));
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.minutes("talk", words, "2012-03-03"));
        assertThat(sentences("activities", at.activity("talk"), "zh"))
                .containsExactly("安排2012-03-01开展民情恳谈会：用水（示例）", "开展民情恳谈会：用水（示例）", "归档活动记录材料");
        assertThat(sentences("activities", at.activity("talk"), "en"))
                .containsExactly(
                        "Planned for 2012-03-01: heart-to-heart talk, 用水（示例）",
                        "Held: heart-to-heart talk, 用水（示例）",
                        "Minutes filed");
    }

    @Test
    void the_enterprise_checked_and_the_party_branch_have_it_in_their_timelines_too() {
        put(at.held("check", ActivityKind.SAFETY_CHECK, null, "2012-03-01"));
        put(at.held("branch", ActivityKind.PARTY_BRANCH, null, "2012-03-02"));
        assertThat(sentences("organisations", at.mine, "en")).contains("Held: safety check, 用水（示例）");
        assertThat(sentences("organisations", at.branch, "en")).contains("Held: Party-branch activity, 用水（示例）");
        assertThat(item("check").path("checkedOrganisationName").asString()).isEqualTo("示例煤矿");
    }

    private List<String> sentences(String path, UUID id, String language) {
        String query = "?asOf=2012-12-31&after=" + server.head();
        QueryServer.Answer answer =
                server.get(QueryServer.office(at.county), "/v1/" + path + "/" + id + "/timeline" + query, language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> sentences = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> sentences.add(item.path("sentence").asString()));
        return sentences;
    }
}
