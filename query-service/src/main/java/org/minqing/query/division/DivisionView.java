package org.minqing.query.division;

import java.util.List;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.Label;
import org.minqing.query.platform.View;
import org.springframework.stereotype.Component;

@Component
class DivisionView implements View<DivisionEvent> {
    @Override
    public Class<DivisionEvent> family() {
        return DivisionEvent.class;
    }

    @Override
    public List<Entity<DivisionEvent, ?>> entities() {
        return List.of(Entity.of(DivisionEvent.class, "Division", "divisions", DivisionState.class)
                .begunBy(DivisionRegistered.class)
                .dimensions(s -> Dimensions.at(s.divisionId()))
                .label(s -> Label.of(s.name()))
                .evolve((state, event, id, meta) -> DivisionState.evolve(state, event)));
    }
}
