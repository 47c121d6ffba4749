package org.minqing.query.concern;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernKind;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M08, M21, A11 and A33. */
@Component
class ConcernView implements View<ConcernEvent> {
    @Override
    public List<Entity<ConcernEvent, ?>> entities() {
        return List.of(Entity.of(ConcernEvent.class, "Concern", "concerns", ConcernState.class)
                .begunBy(ConcernRaised.class, ConcernState::of)
                .dimensions(ConcernState::dimensions)
                .tasks(ConcernState.Status.OPEN, ConcernState::tasks)
                .evolve(ConcernState::after));
    }

    @Override
    public Stream<Fact> facts(ConcernEvent event, EventMeta meta) {
        return switch (event) {
            case ConcernRaised e -> raised(e);
            case ConcernResolved e -> Stream.of(answered(e));
            // what is open again is not answered until it is resolved anew
            case ConcernReopened e -> Stream.of(answered(e).negated());
            case ConcernAccepted e -> Stream.empty();
            case ConcernAssigned e -> Stream.empty();
            case ConcernProgressed e -> Stream.empty();
            case ConcernEscalated e -> Stream.empty();
            case ConcernRejected e -> Stream.empty();
            case ResolutionConfirmed e -> Stream.empty();
        };
    }

    /** What people think is collected; what they lack is counted by the groups that lack it. */
    private static Stream<Fact> raised(ConcernRaised e) {
        ConcernKind kind = e.of().kind();
        return switch (kind) {
            case OPINION, SUGGESTION -> Stream.of(fact("M21", e).kind(kind));
            case DIFFICULTY, REQUEST ->
                e.groups().stream()
                        .flatMap(group -> Stream.of("M08", "A33")
                                .filter(measure -> measure.equals("M08") || onVisit(e))
                                .map(measure -> fact(measure, e).kind(e.of().villageId() + "-" + group)));
        };
    }

    private static boolean onVisit(ConcernRaised e) {
        return e.source() != null && e.source().type().equals("Visit");
    }

    private static Fact answered(ConcernEvent e) {
        return Fact.of("A11", e, e.of().concernId())
                .household(e.householdId())
                .task(e.of().taskCode())
                .kind(e.of().kind());
    }

    private static Fact fact(String measure, ConcernRaised e) {
        return Fact.of(measure, e, e.of().concernId())
                .cadre(e.cadreId())
                .household(e.householdId())
                .task(e.of().taskCode());
    }
}
