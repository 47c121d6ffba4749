package org.minqing.query.activity;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;

/** Activities of one village of a county of their own. */
final class Talks {
    final String county;
    final String village;
    final UUID programme;
    final UUID organisation;
    final UUID cadre;
    final UUID other;
    final UUID mine;
    final UUID branch;

    Talks(String county) {
        this.county = county;
        this.village = county + "202207";
        this.programme = id("programme " + county);
        this.organisation = id("office " + county);
        this.cadre = id("cadre " + county);
        this.other = id("other cadre " + county);
        this.mine = id("mine " + county);
        this.branch = id("branch " + county);
    }

    UUID activity(String name) {
        return id(county + name);
    }

    Occasion occasion(ActivityKind kind) {
        return new Occasion(
                kind,
                kind == ActivityKind.STUDY ? StudyMode.COLLECTIVE : null,
                "用水（示例）",
                null,
                kind == ActivityKind.SAFETY_CHECK ? mine : null,
                null,
                kind == ActivityKind.PARTY_BRANCH ? branch : null,
                "T1",
                List.of(cadre, other));
    }

    Place of(String name) {
        return new Place(activity(name), programme, organisation, village);
    }

    ActivityScheduled planned(String name, ActivityKind kind, String day, String plannedOn) {
        return new ActivityScheduled(of(name), occasion(kind), LocalDate.parse(plannedOn), LocalDate.parse(day));
    }

    ActivityRecorded held(String name, ActivityKind kind, @Nullable Integer participants, String day) {
        return new ActivityRecorded(of(name), occasion(kind), participants, LocalDate.parse(day));
    }

    ActivityCancelled calledOff(String name, Sealed reason, String day) {
        return new ActivityCancelled(of(name), reason, null, LocalDate.parse(day));
    }

    MinutesFiled minutes(String name, Sealed minutes, String day) {
        return new MinutesFiled(of(name), minutes, null, LocalDate.parse(day));
    }

    Corrected<ActivityEvent> corrected(UUID target, ActivityEvent before, ActivityEvent after, Sealed reason) {
        return new Corrected<>(target, before, after, reason, null);
    }

    Voided<DomainEvent> voided(UUID target, DomainEvent before, Sealed reason) {
        return new Voided<>(target, before, reason, null);
    }
}
