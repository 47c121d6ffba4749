package org.minqing.command.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;

/** The households a sample is drawn from, as the read side tells them at the cut-off. */
record Frame(LocalDate asOf, List<UUID> householdIds) {
    private static final String PATH = "/v1/samples/frame";

    /** 503 where they are not the same when asked again. */
    static Frame of(InspectionOpened opened, DecisionContext situation) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("division", opened.of().divisionId());
        parameters.put("asOf", opened.occurredOn().toString());
        UUID programmeId = opened.of().programmeId();
        if (programmeId != null) {
            parameters.put("programme", programmeId.toString());
        }
        List<UUID> ids = ask(situation.readSide(), parameters, opened.cutOff());
        if (!ids.equals(ask(situation.readSide(), parameters, opened.cutOff()))) {
            throw Refusal.unavailable("frame-unsteady", PATH, opened.cutOff());
        }
        return new Frame(opened.occurredOn(), ids);
    }

    private static List<UUID> ask(ReadSide readSide, Map<String, String> parameters, long position) {
        List<UUID> ids = new ArrayList<>();
        readSide.ask(PATH, parameters, position)
                .json()
                .path("householdIds")
                .forEach(id -> ids.add(UUID.fromString(id.asString())));
        return ids;
    }
}
