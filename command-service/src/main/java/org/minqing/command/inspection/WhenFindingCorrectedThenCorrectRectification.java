package org.minqing.command.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.minqing.command.platform.policy.Policy;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.springframework.stereotype.Component;

/**
 * What is to be put right follows the finding in what was corrected of it, or put back, and in nothing else: what was
 * corrected of the rectification itself stays. Words alone change nothing, for it says where to read them; to another owner
 * it says so again, since what stood there is sealed under the key of the former. One that was voided stays so.
 */
@Component
class WhenFindingCorrectedThenCorrectRectification implements Policy<InspectionEvent> {
    @Override
    public List<Following> whenAmended(AmendingEvent<?> event, Occasion occasion) {
        if (event instanceof Corrected<?> c
                && c.before() instanceof FindingRecorded before
                && c.after() instanceof FindingRecorded after) {
            return follow(c.target(), before, after);
        }
        if (event.before() instanceof Corrected<?> c
                && c.before() instanceof FindingRecorded before
                && c.after() instanceof FindingRecorded after) {
            return follow(c.target(), after, before);
        }
        return List.of();
    }

    private static List<Following> follow(UUID finding, FindingRecorded before, FindingRecorded after) {
        Map<String, Object> fields = new HashMap<>(WhenFindingRecordedThenRaiseRectification.said(after));
        Map<String, Object> said = WhenFindingRecordedThenRaiseRectification.said(before);
        fields.entrySet().removeIf(field -> Objects.equals(field.getValue(), said.get(field.getKey())));
        if (!Objects.equals(before.ownerCadreId(), after.ownerCadreId())) {
            fields.put("cadreId", after.ownerCadreId());
            fields.put("text", WhenFindingRecordedThenRaiseRectification.text(after));
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
