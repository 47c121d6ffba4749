package org.minqing.command.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.Policy;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingCorrected;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.springframework.stereotype.Component;

/**
 * What is to be put right follows the finding in what was corrected of it, and in nothing else: what was corrected of the
 * rectification itself stays. Words alone change nothing, for it says where to read them; one that was voided stays so.
 */
@Component
class WhenFindingCorrectedThenCorrectRectification implements Policy<InspectionEvent> {
    @Override
    public Class<InspectionEvent> family() {
        return InspectionEvent.class;
    }

    @Override
    public List<Following> when(InspectionEvent event, Occasion occasion) {
        return event instanceof FindingCorrected e ? follow(e.target(), e.before(), e.after()) : List.of();
    }

    private static List<Following> follow(UUID finding, FindingRecorded before, FindingRecorded after) {
        Map<String, Object> fields = new HashMap<>();
        if (after.aspect() != before.aspect()) {
            fields.put("aspect", after.aspect().name());
        }
        if (!after.dueOn().equals(before.dueOn())) {
            fields.put("dueOn", after.dueOn());
        }
        if (fields.isEmpty()) {
            return List.of();
        }
        return List.of(new Following(
                "Correct",
                Map.of(
                        "eventId",
                        WhenFindingRecordedThenRaiseRectification.raised(finding),
                        "changes",
                        fields,
                        "reason",
                        "督查所发现的问题已更正",
                        "reasonCode",
                        "FINDING_CORRECTED")));
    }
}
