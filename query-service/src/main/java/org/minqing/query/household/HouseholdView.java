package org.minqing.query.household;

import java.util.List;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

@Component
class HouseholdView implements View<HouseholdEvent> {
    @Override
    public List<Entity<HouseholdEvent, ?>> entities() {
        return List.of(Entity.of(HouseholdEvent.class, "Household", "households", HouseholdState.class)
                .begunBy(HouseholdRegistered.class, HouseholdState::registered)
                .dimensions(s -> Dimensions.of(s.of())
                        .household(s.of().householdId())
                        .status(s.status())
                        .kinds(s.kinds()))
                .label(s -> new Label(s.householdNo(), s.head().name()))
                .evolve(HouseholdState::after));
    }
}
