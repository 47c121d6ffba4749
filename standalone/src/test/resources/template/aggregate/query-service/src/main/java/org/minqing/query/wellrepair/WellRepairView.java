package org.minqing.query.wellrepair;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    record WellRepairState(Well of, String spot, Status status, LocalDate since) {}

    @Override
    public Class<WellRepairEvent> family() {
        return WellRepairEvent.class;
    }

    @Override
    public List<Entity<WellRepairEvent, ?>> entities() {
        return List.of(Entity.of(WellRepairEvent.class, "WellRepair", "well-repairs", WellRepairState.class)
                .begunBy(WellReported.class)
                .dimensions(state -> Dimensions.of(state.of()).status(state.status()))
                .label(state -> Label.of(state.spot()))
                .evolve((state, event, id, meta) -> evolve(state, event)));
    }

    private static WellRepairState evolve(@Nullable WellRepairState state, WellRepairEvent event) {
        return switch (event) {
            case WellReported e -> new WellRepairState(e.of(), e.spot(), Status.REPORTED, e.occurredOn());
            case RepairOrdered e -> next(state, Status.ORDERED, e);
            case RepairDone e -> next(state, Status.DONE, e);
            case RepairChecked e -> next(state, Status.CHECKED, e);
        };
    }

    private static WellRepairState next(@Nullable WellRepairState state, Status status, WellRepairEvent event) {
        return new WellRepairState(event.of(), requireNonNull(state).spot(), status, event.occurredOn());
    }
}
