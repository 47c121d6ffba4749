package org.minqing.command.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.policy.Policy;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.rectification.RectificationSource;
import org.springframework.stereotype.Component;

/**
 * What an inspection finds is to be put right by its owner. The finding's words are sealed and stay where they are: no
 * policy opens them, so the rectification names the inspection and says by its own words where to read.
 */
@Component
class WhenFindingRecordedThenRaiseRectification implements Policy<InspectionEvent> {
    @Override
    public List<Following> when(InspectionEvent event, Occasion occasion) {
        return event instanceof FindingRecorded e ? List.of(raise(e)) : List.of();
    }

    private static Following raise(FindingRecorded e) {
        Map<String, Object> fields = new HashMap<>(said(e));
        fields.put("rectificationId", e.rectificationId());
        fields.put("source", RectificationSource.INSPECTION.name());
        fields.put("text", text(e));
        fields.put("occurredOn", e.occurredOn());
        return new Following("RaiseRectification", fields);
    }

    static String text(FindingRecorded e) {
        return "见督查 " + e.of().inspectionId() + " 所发现的问题 " + e.findingId();
    }

    /** What the rectification says of its finding, and may say otherwise where that was otherwise. */
    static Map<String, Object> said(FindingRecorded e) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("organisationId", e.ownerOrganisationId());
        fields.put("aspect", e.aspect().name());
        fields.put(
                "about",
                List.of(
                        Map.of("type", "Inspection", "id", e.of().inspectionId()),
                        Map.of("type", e.about().type(), "id", e.about().id())));
        fields.put("dueOn", e.dueOn());
        if (e.ownerCadreId() != null) {
            fields.put("cadreId", e.ownerCadreId());
        }
        if (e.of().programmeId() != null) {
            fields.put("programmeId", e.of().programmeId());
        }
        return fields;
    }

    /** The id of the event by which what a finding leads to was raised. */
    static UUID raised(UUID finding) {
        return Policy.answer(finding, WhenFindingRecordedThenRaiseRectification.class, 0);
    }
}
