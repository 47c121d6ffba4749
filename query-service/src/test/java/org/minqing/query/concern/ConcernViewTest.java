package org.minqing.query.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Source;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

class ConcernViewTest {
    private static final String LATER = "2012-12-31";
    private final Waterless at = new Waterless();

    @Test
    void goes_its_way_day_by_day() {
        ConcernRaised raised = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01", 7, 8);
        UUID bureau = id("water bureau of " + at.county);
        at.put(raised);
        at.put(at.accepted(raised, "2012-03-03", null));
        at.put(at.assigned(raised, "2012-03-05", at.cadre, bureau));
        at.put(at.progressed(raised, "2012-03-08"));
        at.put(at.escalated(raised, "2012-03-09", at.organisation));
        at.put(at.resolved(raised, "2012-03-12"));
        at.put(at.confirmed(raised, "2012-03-13"));
        at.put(at.reopened(raised, "2012-03-20", "2012-04-04"));

        assertThat(item(raised, "2012-03-02").path("status").asString()).isEqualTo("RAISED");
        assertThat(item(raised, "2012-03-03").path("status").asString()).isEqualTo("ACCEPTED");
        JsonNode assigned = item(raised, "2012-03-10");
        assertThat(assigned.path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(assigned.path("assigned").path("cadreId").asString()).isEqualTo(at.cadre.toString());
        assertThat(assigned.path("assigned").path("organisationId").asString()).isEqualTo(bureau.toString());
        assertThat(assigned.path("escalated").path("on").asString()).isEqualTo("2012-03-09");
        assertThat(assigned.path("text").asString()).isEqualTo("***");
        assertThat(assigned.path("villageName").asString()).isEqualTo("水田村");
        assertThat(item(raised, "2012-03-12").path("status").asString()).isEqualTo("RESOLVED");
        assertThat(item(raised, "2012-03-13").path("status").asString()).isEqualTo("CONFIRMED");
        JsonNode reopened = item(raised, LATER);
        assertThat(reopened.path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(reopened.path("dueOn").asString()).isEqualTo("2012-04-04");
        assertThat(reopened.path("reopened").asInt()).isOne();
        List<String> steps = new ArrayList<>();
        reopened.path("steps").forEach(step -> steps.add(step.path("step").asString()));
        assertThat(steps).containsExactly("PROGRESSED", "ESCALATED", "RESOLVED", "CONFIRMED", "REOPENED");
    }

    @Test
    void rejected_before_it_was_given_to_anybody_and_reopened_it_is_accepted() {
        ConcernRaised raised = at.raised("road", ConcernKind.REQUEST, "2012-03-01");
        at.put(raised);
        at.put(at.rejected(raised, "2012-03-02"));
        at.put(at.reopened(raised, "2012-03-04", "2012-05-03"));
        assertThat(item(raised, "2012-03-03").path("status").asString()).isEqualTo("REJECTED");
        assertThat(item(raised, "2012-03-04").path("status").asString()).isEqualTo("ACCEPTED");
        JsonNode steps = item(raised, LATER).path("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.path(0).path("step").asString()).isEqualTo("REJECTED");
        assertThat(steps.path(0).path("on").asString()).isEqualTo("2012-03-02");
        assertThat(steps.path(0).path("reasonCode").asString()).isEqualTo("OUT_OF_SCOPE");
    }

    @Test
    void is_overdue_after_its_day_as_long_as_nobody_answered() {
        ConcernRaised raised = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        at.put(raised);
        at.put(at.accepted(raised, "2012-03-03", "2012-03-20"));
        at.put(at.assigned(raised, "2012-03-04", at.cadre, at.organisation));
        at.put(at.resolved(raised, "2012-03-25"));
        assertThat(item(raised, "2012-03-02").path("overdue").asBoolean()).isFalse();
        assertThat(item(raised, "2012-03-20").path("overdue").asBoolean()).isFalse();
        assertThat(item(raised, "2012-03-21").path("overdue").asBoolean()).isTrue();
        assertThat(item(raised, "2012-03-25").path("overdue").asBoolean()).isFalse();
    }

    @Test
    void what_is_recorded_late_counts_from_its_day_as_known_then() {
        ConcernRaised raised = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        at.put(raised);
        long before = at.server.head();
        at.server.on("2012-06-01", "Concern-" + raised.of().concernId(), at.accepted(raised, "2012-03-03", null));
        assertThat(item(raised, "2012-03-05").path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(at.ask(
                                "/v1/concerns/" + raised.of().concernId(),
                                "asOf",
                                "2012-03-05",
                                "knownAt",
                                String.valueOf(before))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("RAISED");
    }

    @Test
    void a_voided_answer_leaves_it_where_it_was_and_a_voided_concern_never_was() {
        ConcernRaised raised = at.raised("well", ConcernKind.OPINION, "2012-03-01");
        UUID first = at.put(raised).eventId();
        at.put(at.accepted(raised, "2012-03-03", null));
        at.put(at.assigned(raised, "2012-03-04", at.cadre, at.organisation));
        ConcernResolved resolved = at.resolved(raised, "2012-03-12");
        UUID answer = at.put(resolved).eventId();
        assertThat(at.figure("M21", LATER)).isEqualTo("1");

        at.put(at.voided(raised, resolved, answer));
        assertThat(item(raised, LATER).path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(item(raised, LATER).path("overdue").asBoolean()).isTrue();

        at.put(at.voided(raised, raised, first));
        assertThat(item(raised, LATER).path("status").asString()).isEqualTo("VOIDED");
        assertThat(item(raised, LATER).path("overdue").asBoolean()).isFalse();
        assertThat(at.figure("M21", LATER)).isEqualTo("0");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void counts_opinions_and_suggestions_and_the_groups_that_lack_something() {
        at.put(at.raised("a", ConcernKind.OPINION, "2012-03-01", 1));
        at.put(at.raised("b", ConcernKind.SUGGESTION, "2012-03-02", 2));
        at.put(at.raised("c", ConcernKind.DIFFICULTY, "2012-03-03", 7, 8));
        at.put(at.raised("d", ConcernKind.REQUEST, "2012-03-04", 8));
        at.put(at.raised("e", ConcernKind.DIFFICULTY, "2012-03-05"));
        assertThat(at.figure("M21", LATER)).isEqualTo("2");
        assertThat(at.figure("M21", "2012-03-01")).isEqualTo("1");
        assertThat(at.figure("M08", LATER)).isEqualTo("2");
        JsonNode evidence = at.ask("/v1/figures/evidence", "measure", "M08", "division", at.county, "asOf", LATER)
                .json()
                .path("items");
        List<String> kinds = new ArrayList<>();
        evidence.forEach(fact -> kinds.add(fact.path("kind").asString()));
        assertThat(kinds).containsExactlyInAnyOrder(at.village + "-7", at.village + "-8", at.village + "-8");
    }

    @Test
    void corrected_to_another_kind_it_counts_as_that_from_its_own_day() {
        ConcernRaised raised = at.raised("well", ConcernKind.OPINION, "2012-03-01");
        UUID target = at.put(raised).eventId();
        at.put(at.accepted(raised, "2012-03-03", null));
        assertThat(at.figure("M21", LATER)).isEqualTo("1");
        at.put(at.corrected(raised, target, ConcernKind.DIFFICULTY, 3));
        assertThat(at.figure("M21", LATER)).isEqualTo("0");
        assertThat(at.figure("M08", "2012-03-01")).isEqualTo("1");
        JsonNode item = item(raised, LATER);
        assertThat(item.path("kind").asString()).isEqualTo("DIFFICULTY");
        assertThat(item.path("dueOn").asString()).isEqualTo("2012-04-30");
        assertThat(item.path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_voided_correction_puts_back_what_was_counted_and_said() {
        ConcernRaised raised = at.raised("well", ConcernKind.OPINION, "2012-03-01");
        UUID target = at.put(raised).eventId();
        Corrected<ConcernEvent> correction = at.corrected(raised, target, ConcernKind.DIFFICULTY, 3);
        UUID corrected = at.put(correction).eventId();
        assertThat(at.figure("M21", LATER)).isEqualTo("0");
        at.put(at.voided(raised, correction, corrected));
        assertThat(at.figure("M21", LATER)).isEqualTo("1");
        assertThat(at.figure("M08", LATER)).isEqualTo("0");
        assertThat(item(raised, LATER).path("kind").asString()).isEqualTo("OPINION");
        assertThat(item(raised, LATER).path("dueOn").asString()).isEqualTo("2012-03-16");
        String was = "反映意见，应于2012-03-16前答复";
        String is = "反映困难，应于2012-04-30前答复";
        assertThat(sentences("/v1/concerns/" + raised.of().concernId(), "zh"))
                .containsExactly(was, "更正：" + was + "；更正为：" + is, "撤销：更正：" + was + "；更正为：" + is);
    }

    @Test
    void an_assignment_in_the_middle_was_to_another() {
        ConcernRaised raised = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        at.put(raised);
        at.put(at.accepted(raised, "2012-03-03", null));
        ConcernAssigned assigned = at.assigned(raised, "2012-03-05", at.cadre, at.organisation);
        UUID target = at.put(assigned).eventId();
        at.put(at.resolved(raised, "2012-03-12"));
        UUID other = id("other cadre of " + at.county);
        at.put(new Corrected<>(
                target, assigned, at.assigned(raised, "2012-03-05", other, at.organisation), raised.text(), null));
        assertThat(item(raised, LATER).path("assigned").path("cadreId").asString())
                .isEqualTo(other.toString());
        assertThat(item(raised, LATER).path("status").asString()).isEqualTo("RESOLVED");
        assertThat(found("cadre", other.toString())).containsExactly(raised.of().concernId());
        assertThat(found("cadre", at.cadre.toString())).isEmpty();
    }

    @Test
    void is_found_by_village_organisation_cadre_status_and_kind() {
        ConcernRaised well = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        ConcernRaised road = at.raised("road", ConcernKind.REQUEST, "2012-03-02");
        at.put(well);
        at.put(road);
        at.put(at.accepted(well, "2012-03-03", null));
        at.put(at.assigned(well, "2012-03-04", at.cadre, at.organisation));
        assertThat(found("village", at.village))
                .containsExactly(well.of().concernId(), road.of().concernId());
        assertThat(found("organisation", at.organisation.toString()))
                .containsExactly(well.of().concernId(), road.of().concernId());
        assertThat(found("cadre", at.cadre.toString()))
                .containsExactly(well.of().concernId());
        assertThat(found("status", "RAISED")).containsExactly(road.of().concernId());
        assertThat(found("kind", "REQUEST")).containsExactly(road.of().concernId());
        assertThat(found("kind", "OPINION")).isEmpty();
    }

    @Test
    void stands_in_the_timelines_of_the_household_the_visit_and_the_cadre_it_names() {
        UUID household = id("household of " + at.county);
        VisitRecorded visit = visit(household);
        at.server.on("2012-03-05", "Visit-" + visit.of().visitId(), visit);
        ConcernRaised raised = at.raised(
                "well",
                ConcernKind.DIFFICULTY,
                "2012-03-02",
                household,
                new Source("Visit", visit.of().visitId().toString()));
        at.put(raised);
        at.put(at.accepted(raised, "2012-03-03", null));
        at.put(at.assigned(raised, "2012-03-04", at.cadre, at.organisation));
        assertThat(sentences("/v1/visits/" + visit.of().visitId(), "en"))
                .contains("Raised (difficulty), to be answered by 2012-03-17");
        assertThat(sentences("/v1/concerns/" + raised.of().concernId(), "zh"))
                .first()
                .isEqualTo("反映困难，应于2012-03-17前答复");
        assertThat(at.server.trail("Household", household))
                .containsExactlyInAnyOrder(
                        "Visit.VisitRecorded",
                        "Concern.ConcernRaised",
                        "Concern.ConcernAccepted",
                        "Concern.ConcernAssigned");
        assertThat(at.server.trail("Cadre", at.cadre))
                .containsExactlyInAnyOrder("Visit.VisitRecorded", "Concern.ConcernAssigned");
    }

    @Test
    void tasks_are_whoever_sees_to_it_s_the_most_urgent_first() {
        ConcernRaised well = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        ConcernRaised road = at.raised("road", ConcernKind.DIFFICULTY, "2012-02-20");
        ConcernRaised done = at.raised("done", ConcernKind.DIFFICULTY, "2012-02-20");
        at.put(well);
        at.put(road);
        at.put(done);
        at.put(at.rejected(done, "2012-02-21"));
        at.put(at.accepted(well, "2012-03-03", null));
        at.put(at.assigned(well, "2012-03-04", at.cadre, at.organisation));

        assertThat(tasks("asOf", "2012-03-10"))
                .containsExactly(road.of().concernId(), well.of().concernId());
        assertThat(tasks("asOf", "2012-03-10", "overdue", ""))
                .containsExactly(road.of().concernId());
        assertThat(tasks("asOf", "2012-03-10", "cadre", at.cadre.toString()))
                .containsExactly(well.of().concernId());
        assertThat(tasks("asOf", "2012-03-10", "kind", "REQUEST")).isEmpty();
        assertThat(tasks("asOf", "2012-02-19")).isEmpty();
        assertThat(subjects(at.askAs(at.cadre, "/v1/tasks", "asOf", "2012-03-10", "mine", "")))
                .containsExactly(well.of().concernId());
        assertThat(subjects(at.askAs(id("somebody else"), "/v1/tasks", "asOf", "2012-03-10", "mine", "true")))
                .isEmpty();
        assertThat(tasks("asOf", "2012-03-10", "mine", ""))
                .containsExactly(road.of().concernId(), well.of().concernId());
        JsonNode task =
                at.ask("/v1/tasks", "asOf", "2012-03-10").json().path("items").get(0);
        assertThat(task.path("title").asString()).isEqualTo("Answer a difficulty (水田村)");
        assertThat(task.path("dueOn").asString()).isEqualTo("2012-03-06");
        assertThat(task.path("overdue").asBoolean()).isTrue();
        assertThat(at.ask("/v1/tasks", "mine", "perhaps").status()).isEqualTo(400);
    }

    @Test
    void until_it_is_given_to_somebody_it_is_the_task_of_who_took_it_down() {
        ConcernRaised well = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01");
        UUID taker = id("taker");
        ConcernRaised taken = new ConcernRaised(
                well.of(), well.groups(), null, taker, null, well.text(), well.dueOn(), well.occurredOn());
        at.put(taken);
        assertThat(subjects(at.askAs(taker, "/v1/tasks", "asOf", "2012-03-02", "mine", "")))
                .containsExactly(well.of().concernId());
        at.put(at.accepted(taken, "2012-03-03", null));
        at.put(at.assigned(taken, "2012-03-04", at.cadre, at.organisation));
        assertThat(subjects(at.askAs(taker, "/v1/tasks", "asOf", "2012-03-10", "mine", "")))
                .isEmpty();
        assertThat(subjects(at.askAs(at.cadre, "/v1/tasks", "asOf", "2012-03-10", "mine", "")))
                .containsExactly(well.of().concernId());
    }

    @Test
    void pages_through_tasks() {
        for (int i = 0; i < 5; i++) {
            at.put(at.raised("concern " + i, ConcernKind.DIFFICULTY, "2012-03-0" + (1 + i / 2)));
        }
        List<UUID> seen = new ArrayList<>();
        String path = "/v1/tasks?limit=2&asOf=2012-03-10&after=" + at.server.head();
        while (!path.isEmpty()) {
            QueryServer.Answer page = at.server.get(QueryServer.office(at.county), path, "en");
            seen.addAll(subjects(page));
            String link = page.header("Link");
            path = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isEqualTo(tasks("asOf", "2012-03-10"));
    }

    private VisitRecorded visit(UUID household) {
        return new VisitRecorded(
                new Account(id("visit in " + at.county), at.programme, at.organisation, at.village, null, "T1"),
                new Home(7, household),
                null,
                List.of(at.cadre),
                VisitKind.DISPERSED,
                null,
                3,
                null,
                null,
                null,
                LocalDate.parse("2012-03-02"));
    }

    private JsonNode item(ConcernRaised raised, String asOf) {
        QueryServer.Answer answer = at.ask("/v1/concerns/" + raised.of().concernId(), "asOf", asOf);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<UUID> found(String parameter, String value) {
        List<UUID> ids = new ArrayList<>();
        at.ask("/v1/concerns", "asOf", LATER, parameter, value)
                .json()
                .path("items")
                .forEach(item -> ids.add(UUID.fromString(item.path("id").asString())));
        return ids;
    }

    private List<UUID> tasks(String... parameters) {
        return subjects(at.ask("/v1/tasks", parameters));
    }

    private static List<UUID> subjects(QueryServer.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<UUID> ids = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(task ->
                        ids.add(UUID.fromString(task.path("subject").path("id").asString())));
        return ids;
    }

    private List<String> sentences(String path, String language) {
        List<String> sentences = new ArrayList<>();
        at.server
                .get(QueryServer.office(at.county), path + "/timeline?after=" + at.server.head(), language)
                .json()
                .path("items")
                .forEach(item -> sentences.add(item.path("sentence").asString()));
        return sentences;
    }

    @Test
    void counts_for_its_household_its_task_and_whom_it_is_counted_to_and_is_the_task_of_whoever_sees_to_it() {
        UUID household = id("household of " + at.county);
        ConcernRaised raised = at.raised("well", ConcernKind.OPINION, "2012-03-01", household, null);
        at.put(raised);
        at.put(at.accepted(raised, "2012-03-02", null));
        UUID bureau = id("water bureau of " + at.county);
        at.put(at.assigned(raised, "2012-03-03", at.cadre, bureau));
        assertThat(counted("M21", "household", household)).isEqualTo("1");
        assertThat(counted("M21", "household", at.cadre)).isEqualTo("0");
        assertThat(counted("M21", "task", "T6")).isEqualTo("1");
        assertThat(counted("M21", "task", "T1")).isEqualTo("0");
        assertThat(found("household", household.toString()))
                .containsExactly(raised.of().concernId());
        assertThat(found("household", at.cadre.toString())).isEmpty();
        assertThat(tasks("asOf", "2012-03-10", "organisation", bureau.toString()))
                .containsExactly(raised.of().concernId());
        assertThat(tasks("asOf", "2012-03-10", "organisation", at.organisation.toString()))
                .isEmpty();
    }

    private String counted(String measure, String filter, Object value) {
        return at.ask("/v1/figures", "measure", measure, "division", at.county, "asOf", LATER, filter, value.toString())
                .json()
                .path("value")
                .asString();
    }
}
