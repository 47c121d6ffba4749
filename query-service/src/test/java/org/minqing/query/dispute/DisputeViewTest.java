package org.minqing.query.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.dispute.CourtDecision;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class DisputeViewTest {
    private final Village village = new Village();
    private final UUID programme = village.programme;
    private final UUID office = village.office;
    private final String at = village.id;
    private final UUID id = village.id("dispute");
    private final Sealed text = village.sealed("dispute:" + id, "地界（示例）");
    private DisputeKind kind = DisputeKind.NEIGHBOUR;
    private final List<DisputeEvent> told = new ArrayList<>();
    private final List<Appended> appended = new ArrayList<>();

    private Case of() {
        return new Case(id, programme, office, at, null, "T7", kind);
    }

    private long put(DisputeEvent event) {
        told.add(event);
        appended.add(village.put("Dispute-" + id, event));
        return appended.getLast().position();
    }

    /** Voids the last step that stands. */
    private long undo() {
        return village.voids(appended.removeLast(), told.removeLast()).position();
    }

    private long registered(String day) {
        return put(new DisputeRegistered(
                of(), List.of(village.person("钱示例"), village.person("孙示例")), text, null, day(day)));
    }

    private long accepted(String day) {
        return put(new MediationAccepted(of(), day(day)));
    }

    private long session(int number, String day) {
        return put(new MediationSessionHeld(of(), number, text, day(day)));
    }

    private long agreed(String day) {
        return put(new MediationAgreementReached(of(), 1, text, false, day("02-01"), null, day(day)));
    }

    private long failed(String day) {
        return put(new MediationFailed(of(), 1, text, null, day(day)));
    }

    private long resolved(DisputeOutcome outcome, String day) {
        return put(new DisputeResolved(of(), outcome, 2, day(day)));
    }

    private long performed(Performance performance, String day) {
        return put(new PerformanceRecorded(of(), performance, null, day(day)));
    }

    private long applied(String day) {
        return put(new JudicialConfirmationApplied(
                of(), day("02-01"), List.of(village.id("person 钱示例"), village.id("person 孙示例")), null, day(day)));
    }

    private long decided(CourtDecision decision, String day) {
        return put(new CourtDecisionRecorded(of(), decision, null, null, day(day)));
    }

    private long visitedAgain(String day) {
        return put(new ReturnVisitRecorded(of(), List.of(), null, day(day)));
    }

    private String state(String asOf, long knownAt) {
        return village.state("Dispute", id, asOf, knownAt, "status", "sessions", "outcome");
    }

    private String after(String asOf, long knownAt) {
        return village.state(
                "Dispute", id, asOf, knownAt, "performance", "confirmationAppliedOn", "courtDecision", "returnVisits");
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void goes_from_registration_to_neighbours_reconciled_who_are_counted() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        session(2, "01-15");
        agreed("01-20");
        long head = resolved(DisputeOutcome.RECONCILED, "02-01");
        assertThat(state("2012-01-03", head)).isEqualTo("-");
        assertThat(state("2012-01-04", head)).isEqualTo("REGISTERED 0 ");
        assertThat(state("2012-01-05", head)).isEqualTo("ACCEPTED 0 ");
        assertThat(state("2012-01-15", head)).isEqualTo("ACCEPTED 2 ");
        assertThat(state("2012-01-20", head)).isEqualTo("AGREED 2 ");
        assertThat(state("2012-02-01", head)).isEqualTo("RESOLVED 2 RECONCILED");
        assertThat(state("2012-02-01", head - 1)).isEqualTo("AGREED 2 ");
        assertThat(village.state("Dispute", id, "2012-02-01", head, "agreement.effectiveOn", "parties"))
                .isEqualTo("2012-02-01 2");
        assertThat(village.figure("M33", "2012-01-31", head)).isEqualTo("0");
        assertThat(village.figure("M33", "2012-02-01", head)).isEqualTo("1");
        assertThat(village.figure("M33", "2012-02-01", head - 1)).isEqualTo("0");
        assertThat(village.evidence("M33", "2012-02-01", head)).hasSize(1).allSatisfy(e -> {
            assertThat(e.path("kind").asString()).isEqualTo("NEIGHBOUR");
            assertThat(e.path("task").asString()).isEqualTo("T7");
            assertThat(e.path("subject").asString()).isEqualTo(id.toString());
        });
        var found = village.ask("/v1/disputes", "2012-02-01", head, "status", "RESOLVED", "kind", "NEIGHBOUR");
        assertThat(found.json().path("items")).hasSize(1);

        long voided = undo();
        assertThat(state("2012-02-01", voided)).isEqualTo("AGREED 2 ");
        assertThat(village.figure("M33", "2012-02-01", voided)).isEqualTo("0");
        long late = resolved(DisputeOutcome.RECONCILED, "01-25");
        assertThat(state("2012-01-25", late)).isEqualTo("RESOLVED 2 RECONCILED");
        assertThat(state("2012-01-25", voided)).isEqualTo("AGREED 2 ");
        assertThat(village.figure("M33", "2012-01-31", late)).isEqualTo("1");
    }

    @Test
    void neither_another_outcome_nor_another_kind_is_neighbours_reconciled() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        failed("01-20");
        long head = resolved(DisputeOutcome.REFERRED, "02-01");
        assertThat(state("2012-01-20", head)).isEqualTo("FAILED 1 ");
        assertThat(state("2012-02-01", head)).isEqualTo("RESOLVED 1 REFERRED");
        assertThat(village.figure("M33", "2012-02-01", head)).isEqualTo("0");
        undo();
        long again = undo();
        assertThat(state("2012-01-20", again)).isEqualTo("ACCEPTED 1 ");
        kind = DisputeKind.LAND;
        agreed("01-21");
        assertThat(village.figure("M33", "2012-02-02", resolved(DisputeOutcome.RECONCILED, "02-02")))
                .isEqualTo("0");
    }

    @Test
    void what_became_of_the_agreement_is_seen_on_its_day_and_gone_when_voided() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        agreed("01-20");
        resolved(DisputeOutcome.RECONCILED, "02-01");
        performed(Performance.PARTIAL, "02-02");
        applied("02-03");
        decided(CourtDecision.values()[0], "02-04");
        visitedAgain("02-05");
        long head = visitedAgain("02-06");
        String decision = CourtDecision.values()[0].name();
        assertThat(after("2012-02-01", head)).isEqualTo("   0");
        assertThat(after("2012-02-02", head)).isEqualTo("PARTIAL   0");
        assertThat(after("2012-02-03", head)).isEqualTo("PARTIAL 2012-02-03  0");
        assertThat(after("2012-02-04", head)).isEqualTo("PARTIAL 2012-02-03 " + decision + " 0");
        assertThat(after("2012-02-06", head)).isEqualTo("PARTIAL 2012-02-03 " + decision + " 2");
        assertThat(after("2012-02-06", undo())).isEqualTo("PARTIAL 2012-02-03 " + decision + " 1");
        undo();
        assertThat(after("2012-02-06", undo())).isEqualTo("PARTIAL 2012-02-03  0");
        assertThat(after("2012-02-06", undo())).isEqualTo("PARTIAL   0");
        assertThat(after("2012-02-06", undo())).isEqualTo("   0");
        assertThat(after("2012-02-06", head)).isEqualTo("PARTIAL 2012-02-03 " + decision + " 2");
    }

    @Test
    void a_dispute_that_never_was_goes_with_all_its_steps() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        agreed("01-20");
        long head = resolved(DisputeOutcome.RECONCILED, "02-01");
        while (!told.isEmpty()) {
            undo();
        }
        assertThat(state("2012-02-01", village.head())).isEqualTo("VOIDED");
        assertThat(state("2012-02-01", head)).isEqualTo("RESOLVED 1 RECONCILED");
        assertThat(village.figure("M33", "2012-02-01", village.head())).isEqualTo("0");
        assertThat(village.figure("M33", "2012-02-01", head)).isEqualTo("1");
        assertThat(village.ask("/v1/disputes", "2012-02-01", village.head(), "status", "VOIDED")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void tells_its_events_as_sentences() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        failed("01-11");
        undo();
        agreed("01-20");
        for (DisputeOutcome outcome : DisputeOutcome.values()) {
            resolved(outcome, "02-01");
            undo();
        }
        for (Performance performance : Performance.values()) {
            performed(performance, "02-02");
            undo();
        }
        applied("02-03");
        for (CourtDecision decision : CourtDecision.values()) {
            decided(decision, "02-04");
            undo();
        }
        visitedAgain("02-05");
        while (!told.isEmpty()) {
            undo();
        }
        assertThat(village.timeline("disputes", id))
                .contains(
                        "登记矛盾纠纷（邻里）",
                        "受理调解",
                        "第1次调解",
                        "调解未达成协议",
                        "撤销：调解未达成协议",
                        "达成调解协议，2012-02-01起生效",
                        "撤销：登记矛盾纠纷（邻里）",
                        "回访当事人",
                        "撤销：回访当事人");
    }

    private List<String> tasks(String asOf) {
        List<String> tasks = new ArrayList<>();
        village.ask("/v1/tasks", asOf, village.head(), "village", at)
                .json()
                .path("items")
                .forEach(task -> tasks.add(task.path("task").asString() + " "
                        + task.path("dueOn").asString()
                        + (task.path("overdue").asBoolean() ? " !" : "")));
        return tasks;
    }

    @Test
    void after_an_agreement_the_court_while_there_is_time_performance_and_a_return_visit() {
        registered("01-10");
        accepted("01-11");
        session(1, "01-20");
        assertThat(tasks("2012-01-20")).isEmpty();
        agreed("02-01");
        assertThat(tasks("2012-02-20"))
                .containsExactly(
                        "offer-court-confirmation 2012-02-26",
                        "record-performance 2012-03-02",
                        "return-visit 2012-04-01");
        assertThat(tasks("2012-02-27")).contains("offer-court-confirmation 2012-02-26 !");
        assertThat(tasks("2012-03-03"))
                .as("thirty days are over")
                .containsExactly("record-performance 2012-03-02 !", "return-visit 2012-04-01");
        applied("02-20");
        assertThat(tasks("2012-02-20")).hasSize(2);
        undo();
        assertThat(tasks("2012-02-20")).hasSize(3);
    }

    private String agreement(String asOf, long knownAt) {
        return village.state("Dispute", id, asOf, knownAt, "status", "agreement.effectiveOn", "agreement.oral");
    }

    @Test
    void an_agreement_was_otherwise_until_its_correction_is_voided() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        long entered = agreed("01-20");
        Appended target = appended.getLast();
        DisputeEvent after = new MediationAgreementReached(of(), 1, text, true, day("01-25"), null, day("01-20"));
        Corrected<DisputeEvent> correction =
                new Corrected<>(target.eventId(), told.getLast(), after, village.reason(), null);
        Appended corrected = village.put("Dispute-" + id, correction);
        long undone = village.put(
                        "Dispute-" + id, new Voided<>(corrected.eventId(), correction, village.reason(), null))
                .position();
        assertThat(agreement("2012-01-20", entered)).isEqualTo("AGREED 2012-02-01 false");
        assertThat(agreement("2012-01-20", corrected.position())).isEqualTo("AGREED 2012-01-25 true");
        assertThat(agreement("2012-01-20", undone)).isEqualTo("AGREED 2012-02-01 false");
        assertThat(village.timeline("disputes", id))
                .endsWith(
                        "更正：达成调解协议，2012-02-01起生效；更正为：达成调解协议，2012-01-25起生效",
                        "撤销：更正：达成调解协议，2012-02-01起生效；更正为：达成调解协议，2012-01-25起生效");
    }

    @Test
    void a_resolution_was_another_and_counts_no_more_until_its_correction_is_voided() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        agreed("01-20");
        resolved(DisputeOutcome.RECONCILED, "02-01");
        DisputeEvent after = new DisputeResolved(of(), DisputeOutcome.WITHDRAWN, 2, day("02-01"));
        Corrected<DisputeEvent> correction =
                new Corrected<>(appended.getLast().eventId(), told.getLast(), after, village.reason(), null);
        Appended corrected = village.put("Dispute-" + id, correction);
        assertThat(village.figure("M33", "2012-02-01", corrected.position())).isEqualTo("0");
        assertThat(state("2012-02-01", corrected.position())).isEqualTo("RESOLVED 1 WITHDRAWN");
        long undone = village.put(
                        "Dispute-" + id, new Voided<>(corrected.eventId(), correction, village.reason(), null))
                .position();
        assertThat(village.figure("M33", "2012-02-01", undone)).isEqualTo("1");
        assertThat(state("2012-02-01", undone)).isEqualTo("RESOLVED 1 RECONCILED");
    }

    @Test
    void a_session_in_the_middle_never_was() {
        registered("01-04");
        accepted("01-05");
        session(1, "01-10");
        Appended first = appended.getLast();
        DisputeEvent held = told.getLast();
        long before = session(2, "01-15");
        long voided = village.voids(first, held).position();
        assertThat(state("2012-01-15", before)).isEqualTo("ACCEPTED 2 ");
        assertThat(state("2012-01-15", voided)).isEqualTo("ACCEPTED 1 ");
    }
}
