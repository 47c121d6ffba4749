package org.minqing.query.cadre;

import java.util.List;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

@Component
class CadreView implements View<CadreEvent> {
    @Override
    public List<Entity<CadreEvent, ?>> entities() {
        return List.of(Entity.of(CadreEvent.class, "Cadre", "cadres", CadreState.class)
                .begunBy(CadreRegistered.class, CadreState::registered)
                .dimensions(s -> Dimensions.of(s.of()).cadre(s.of().cadreId()).status(s.status()))
                .label(s -> Label.of(s.name()))
                .evolve(CadreState::after));
    }
}
