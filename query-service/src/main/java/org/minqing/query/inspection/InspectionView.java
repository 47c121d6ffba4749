package org.minqing.query.inspection;

import java.util.List;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Inspections with their samples and findings. What is put right of them is counted by the rectifications. */
@Component
class InspectionView implements View<InspectionEvent> {
    @Override
    public List<Entity<InspectionEvent, ?>> entities() {
        return List.of(Entity.of(InspectionEvent.class, "Inspection", "inspections", InspectionState.class)
                .begunBy(InspectionOpened.class, InspectionState::opened)
                .dimensions(InspectionState::dimensions)
                .label(s -> Label.of(s.warrant()))
                .evolve(InspectionState::after));
    }

    @Override
    public List<Subject> about(InspectionEvent event, EventMeta meta) {
        return event instanceof FindingRecorded e
                ? List.of(new Subject(e.about().type(), e.about().id()))
                : List.of();
    }
}
