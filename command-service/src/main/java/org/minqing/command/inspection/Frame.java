package org.minqing.command.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.Situation;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;

/** The households a sample is drawn from, as the read side tells them at the cut-off. */
record Frame(LocalDate asOf, List<UUID> householdIds) {
    static Frame of(InspectionOpened opened, Situation situation) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("division", opened.divisionId());
        parameters.put("asOf", opened.occurredOn().toString());
        if (opened.programmeId() != null) {
            parameters.put("programme", opened.programmeId().toString());
        }
        List<UUID> ids = new ArrayList<>();
        situation
                .readSide()
                .ask("/v1/samples/frame", parameters, opened.cutOff())
                .json()
                .path("householdIds")
                .forEach(id -> ids.add(UUID.fromString(id.asString())));
        return new Frame(opened.occurredOn(), ids);
    }
}
