package org.minqing.query.division;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.HardshipKind;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M30 and A31. */
@Component
class DivisionView implements View<DivisionEvent> {
    @Override
    public List<Entity<DivisionEvent, ?>> entities() {
        return List.of(division(), hardship());
    }

    private static Entity<DivisionEvent, DivisionState> division() {
        return Entity.of(DivisionEvent.class, "Division", "divisions", DivisionState.class)
                .begunBy(DivisionRegistered.class, DivisionState::registered)
                .dimensions(s -> Dimensions.of(s.of()))
                .label(s -> Label.of(s.name()))
                .evolve(DivisionState::after);
    }

    private static Entity<DivisionEvent, HardshipState> hardship() {
        return Entity.of(DivisionEvent.class, "Hardship", "hardships", HardshipState.class)
                .toldBy(HardshipDeclared.class, e -> Stream.of(e.declarationId()))
                .begunBy(HardshipDeclared.class, HardshipState::of)
                .dimensions(s -> Dimensions.at(s.divisionId()).kind(s.kind()))
                .evolve((state, declared) -> HardshipState.of(declared));
    }

    /** No programme's and no organisation's: it holds for every programme that works there. */
    @Override
    public Stream<Fact> facts(DivisionEvent event, EventMeta meta) {
        return event instanceof HardshipDeclared e && e.kind() == HardshipKind.DROUGHT
                ? Stream.of("M30", "A31")
                        .map(measure -> Fact.of(measure, e, e.declarationId()).kind(e.year()))
                : Stream.empty();
    }
}
