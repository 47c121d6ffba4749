package org.minqing.query.organisation;

import java.util.List;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

@Component
class OrganisationView implements View<OrganisationEvent> {
    @Override
    public List<Entity<OrganisationEvent, ?>> entities() {
        return List.of(Entity.of(OrganisationEvent.class, "Organisation", "organisations", OrganisationState.class)
                .begunBy(OrganisationRegistered.class, OrganisationState::registered)
                .dimensions(s -> Dimensions.of(s.of()).kind(s.kind()))
                .label(s -> Label.of(s.name()))
                .evolve(OrganisationState::after));
    }
}
