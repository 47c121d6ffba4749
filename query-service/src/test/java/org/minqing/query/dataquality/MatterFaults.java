package org.minqing.query.dataquality;

import static org.minqing.query.Village.day;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.dispute.Performance;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.query.Village;

/** Disputes, concerns, documents and activities with faults. */
final class MatterFaults {
    private static final LocalDate DAY = day("01-10");
    private static final LocalDate DUE = day("02-10");

    private final Village village;
    private final UUID programme;
    private final UUID office;
    private final String at;
    private final Sealed text;

    MatterFaults(Village village) {
        this.village = village;
        this.programme = village.programme;
        this.office = village.office;
        this.at = village.id;
        this.text = village.reason();
    }

    // ------------------------------------------------------------------ disputes

    private Case of(UUID id) {
        return new Case(id, programme, office, at, null, "T7", DisputeKind.LAND);
    }

    private UUID dispute(String name) {
        UUID id = village.id("dispute " + name);
        village.put(
                "Dispute-" + id,
                new DisputeRegistered(of(id), List.of(village.person("钱示例"), village.person("孙示例")), text, null, DAY));
        return id;
    }

    private UUID agreed(String name) {
        UUID id = dispute(name);
        village.put("Dispute-" + id, new MediationAgreementReached(of(id), 1, text, false, DUE, null, DAY));
        return id;
    }

    List<Planted> disputes() {
        UUID open = dispute("open");
        UUID ended = dispute("ended");
        village.put("Dispute-" + ended, new DisputeResolved(of(ended), DisputeOutcome.WITHDRAWN, 2, day("02-01")));
        UUID unknown = agreed("unknown");
        UUID performed = agreed("performed");
        village.put("Dispute-" + performed, new PerformanceRecorded(of(performed), Performance.FULL, null, DUE));
        return List.of(
                Planted.after(DAY, 60, "DQ24", open, ended),
                Planted.after(DUE, 90, "DQ25", unknown, performed),
                Planted.of("DQ25", unknown, open));
    }

    // ------------------------------------------------------------------ concerns

    private Topic topic(UUID id) {
        return new Topic(id, programme, office, at, null, "T6", ConcernKind.REQUEST);
    }

    private UUID concern(String name) {
        UUID id = village.id("concern " + name);
        village.put("Concern-" + id, new ConcernRaised(topic(id), List.of(7), null, null, null, text, DUE, DAY));
        return id;
    }

    private UUID resolved(String name, @Nullable String confirmedBy) {
        UUID id = concern(name);
        Faults.by(village, "zhang", "Concern-" + id, new ConcernResolved(topic(id), null, text, day("01-20")));
        if (confirmedBy != null) {
            Faults.by(
                    village,
                    confirmedBy,
                    "Concern-" + id,
                    new ResolutionConfirmed(topic(id), null, null, day("01-25")));
        }
        return id;
    }

    private void resolvedAgain(UUID id) {
        village.put("Concern-" + id, new ConcernReopened(topic(id), null, day("02-20"), text, null, day("01-25")));
        village.put("Concern-" + id, new ConcernResolved(topic(id), null, text, day("02-01")));
    }

    List<Planted> concerns() {
        UUID open = concern("open");
        UUID waiting = resolved("waiting", null);
        UUID again = resolved("again", null);
        resolvedAgain(again);
        UUID own = resolved("own", "zhang");
        UUID confirmed = resolved("confirmed", "li");
        return List.of(
                Planted.after(DUE, 0, "DQ26", open, waiting),
                Planted.after(day("01-20"), 60, "DQ27", waiting, confirmed),
                Planted.after(day("02-01"), 60, "DQ27", again, confirmed),
                Planted.of("DQ28", own, confirmed));
    }

    // ------------------------------------------------------------------ documents

    private UUID document(String name, @Nullable LocalDate handedIn) {
        UUID id = village.id("document " + name);
        Duty duty = new Duty(
                DocumentKind.WORK_PLAN,
                OwedBy.LEADERSHIP_TEAM,
                null,
                null,
                null,
                new Period("2012", day("01-01"), day("12-31")),
                DUE);
        DocumentEvent.Place of = new DocumentEvent.Place(id, programme, office, village.county);
        village.put("Document-" + id, new DocumentRequired(of, duty, DAY));
        if (handedIn != null) {
            village.put("Document-" + id, new DocumentHandedIn(of, duty, "计划", null, handedIn));
        }
        return id;
    }

    List<Planted> documents() {
        UUID owed = document("owed", null);
        UUID late = document("late", DUE.plusDays(1));
        UUID inTime = document("in time", DUE);
        return List.of(Planted.after(DUE, 0, "DQ42", owed, inTime), Planted.of("DQ43", late, inTime));
    }

    // ------------------------------------------------------------------ activities

    private static Occasion occasion(ActivityKind kind) {
        return new Occasion(kind, null, "用水（示例）", null, null, null, null, "T1", List.of());
    }

    private UUID planned(String name) {
        UUID id = village.id("activity " + name);
        village.put(
                "Activity-" + id,
                new ActivityScheduled(
                        new ActivityEvent.Place(id, programme, office, at), occasion(ActivityKind.MEETING), DUE, DAY));
        return id;
    }

    private UUID held(UUID id, ActivityKind kind, @Nullable Integer participants, LocalDate on) {
        village.put(
                "Activity-" + id,
                new ActivityRecorded(
                        new ActivityEvent.Place(id, programme, office, at), occasion(kind), participants, on));
        return id;
    }

    List<Planted> activities() {
        UUID forgotten = planned("forgotten");
        UUID held = held(planned("held"), ActivityKind.MEETING, 12, DUE);
        UUID empty = held(village.id("activity empty"), ActivityKind.MEETING, null, DUE);
        UUID press = held(village.id("activity press"), ActivityKind.PRESS_ITEM, null, DUE);
        LocalDate today = village.server().log.log().clock().today();
        UUID late = held(village.id("activity late"), ActivityKind.MEETING, 12, today.minusDays(91));
        UUID recent = held(village.id("activity recent"), ActivityKind.MEETING, 12, today.minusDays(90));
        return List.of(
                Planted.after(DUE, 0, "DQ44", forgotten, held),
                Planted.of("DQ45", empty, held),
                Planted.of("DQ45", empty, press),
                Planted.of("DQ46", late, recent));
    }
}
