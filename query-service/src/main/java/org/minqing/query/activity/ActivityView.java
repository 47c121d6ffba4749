package org.minqing.query.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M18, M19 and M34, A01 to A03 (activities by kind, who took part, cadres who studied) and A21 to A23. */
@Component
class ActivityView implements View<ActivityEvent> {
    private static final Set<ActivityKind> LEARNING = EnumSet.of(ActivityKind.STUDY, ActivityKind.TRAINING);

    @Override
    public List<Entity<ActivityEvent, ?>> entities() {
        return List.of(Entity.of(ActivityEvent.class, "Activity", "activities", ActivityState.class)
                .begunBy(ActivityScheduled.class, ActivityState::scheduled)
                .begunBy(ActivityRecorded.class, e -> ActivityState.held(e, null))
                .dimensions(ActivityState::dimensions)
                .label(s -> Label.of(s.occasion().topic()))
                .evolve(ActivityState::after));
    }

    @Override
    public Stream<Fact> facts(ActivityEvent event, EventMeta meta) {
        return switch (event) {
            case ActivityRecorded e ->
                Stream.of(counted(e), attended(e), studied(e), toldApart(e)).flatMap(facts -> facts);
            case ActivityScheduled e -> Stream.empty();
            case ActivityCancelled e -> Stream.empty();
            case MinutesFiled e -> Stream.empty();
        };
    }

    private static Stream<Fact> counted(ActivityRecorded e) {
        String measure = switch (e.occasion().kind()) {
            case HEART_TO_HEART_TALK -> "M18";
            case SURVEY_THEMATIC, SURVEY_RANDOM -> "M19";
            case PRESS_ITEM -> "M34";
            case STUDY,
                    MEETING,
                    MOBILISATION,
                    SYMPOSIUM,
                    LAW_PUBLICITY,
                    POLICY_PUBLICITY,
                    SAFETY_CHECK,
                    PARTY_BRANCH,
                    TRAINING -> null;
        };
        return measure == null ? Stream.of(one("A01", e)) : Stream.of(one(measure, e), one("A01", e));
    }

    private static Stream<Fact> attended(ActivityRecorded e) {
        return e.participants() == null || e.participants() == 0
                ? Stream.empty()
                : Stream.of(one("A02", e).quantity(BigDecimal.valueOf(e.participants())));
    }

    private static Stream<Fact> studied(ActivityRecorded e) {
        return LEARNING.contains(e.occasion().kind())
                ? e.occasion().cadreIds().stream().map(cadre -> one("A03", e).cadre(cadre))
                : Stream.empty();
    }

    /** Study by its mode, checks by who was checked, campaigns by their names. */
    private static Stream<Fact> toldApart(ActivityRecorded e) {
        Occasion occasion = e.occasion();
        List<Fact> facts = new ArrayList<>();
        if (occasion.kind() == ActivityKind.STUDY) {
            facts.add(one("A21", e).kind(occasion.mode()));
        }
        if (occasion.kind() == ActivityKind.SAFETY_CHECK) {
            facts.add(one("A22", e).kind(occasion.checkedOrganisationId()));
        }
        if (occasion.campaign() != null) {
            facts.add(one("A23", e).kind(occasion.campaign()));
        }
        return facts.stream();
    }

    private static Fact one(String measure, ActivityRecorded e) {
        Occasion occasion = e.occasion();
        return Fact.of(measure, e, e.of().activityId())
                .task(occasion.taskCode())
                .kind(occasion.kind());
    }

    /** A Party branch is an organisation by another name. */
    @Override
    public List<Subject> about(ActivityEvent event, EventMeta meta) {
        UUID branch = switch (event) {
            case ActivityScheduled e -> e.occasion().partyBranchId();
            case ActivityRecorded e -> e.occasion().partyBranchId();
            case ActivityCancelled e -> null;
            case MinutesFiled e -> null;
        };
        return branch == null ? List.of() : List.of(new Subject("Organisation", branch.toString()));
    }
}
