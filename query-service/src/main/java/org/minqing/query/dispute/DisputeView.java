package org.minqing.query.dispute;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M33 and A27. */
@Component
class DisputeView implements View<DisputeEvent> {
    @Override
    public List<Entity<DisputeEvent, ?>> entities() {
        return List.of(Entity.of(DisputeEvent.class, "Dispute", "disputes", DisputeState.class)
                .begunBy(DisputeRegistered.class, DisputeState::registered)
                .dimensions(DisputeState::dimensions)
                .tasks(DisputeState.SETTLED, DisputeState::tasks)
                .evolve(DisputeState::after));
    }

    @Override
    public Stream<Fact> facts(DisputeEvent event, EventMeta meta) {
        if (event instanceof DisputeRegistered) {
            return Stream.of(of("A27", event));
        }
        return event instanceof DisputeResolved e
                        && e.outcome() == DisputeOutcome.RECONCILED
                        && e.of().kind() == DisputeKind.NEIGHBOUR
                ? Stream.of(of("M33", e))
                : Stream.empty();
    }

    private static Fact of(String measure, DisputeEvent e) {
        return Fact.of(measure, e, e.of().disputeId()).task(e.of().taskCode()).kind(e.of().kind());
    }
}
