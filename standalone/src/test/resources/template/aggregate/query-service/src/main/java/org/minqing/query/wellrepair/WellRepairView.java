package org.minqing.query.wellrepair;

import java.time.LocalDate;
import java.util.List;
import org.minqing.events.wellrepair.WellRepairEvent;
import org.minqing.events.wellrepair.WellRepairEvent.RepairChecked;
import org.minqing.events.wellrepair.WellRepairEvent.RepairDone;
import org.minqing.events.wellrepair.WellRepairEvent.RepairOrdered;
import org.minqing.events.wellrepair.WellRepairEvent.Well;
import org.minqing.events.wellrepair.WellRepairEvent.WellReported;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds no measure. */
@Component
class WellRepairView implements View<WellRepairEvent> {
    enum Status {
        REPORTED,
        ORDERED,
        DONE,
        CHECKED
    }

    /** A well's repair on a day. */
    record WellRepairState(Well of, String spot, Status status, LocalDate since) {
        static WellRepairState reported(WellReported e) {
            return new WellRepairState(e.of(), e.spot(), Status.REPORTED, e.occurredOn());
        }

        WellRepairState after(WellRepairEvent event) {
            return switch (event) {
                case WellReported e -> reported(e);
                case RepairOrdered e -> next(Status.ORDERED, e);
                case RepairDone e -> next(Status.DONE, e);
                case RepairChecked e -> next(Status.CHECKED, e);
            };
        }

        private WellRepairState next(Status next, WellRepairEvent event) {
            return new WellRepairState(of, spot, next, event.occurredOn());
        }
    }

    @Override
    public List<Entity<WellRepairEvent, ?>> entities() {
        return List.of(Entity.of(WellRepairEvent.class, "WellRepair", "well-repairs", WellRepairState.class)
                .begunBy(WellReported.class, WellRepairState::reported)
                .dimensions(state -> Dimensions.of(state.of()).status(state.status()))
                .label(state -> Label.of(state.spot()))
                .evolve(WellRepairState::after));
    }
}
