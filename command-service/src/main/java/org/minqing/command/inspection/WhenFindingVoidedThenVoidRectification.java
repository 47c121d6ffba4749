package org.minqing.command.inspection;

import java.util.List;
import java.util.Map;
import org.minqing.command.platform.policy.Policy;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Voided;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.springframework.stereotype.Component;

/** What was never found is not to be put right. */
@Component
class WhenFindingVoidedThenVoidRectification implements Policy<InspectionEvent> {
    @Override
    public List<Following> whenAmended(AmendingEvent<?> event, Occasion occasion) {
        return event instanceof Voided<?> && event.before() instanceof FindingRecorded
                ? List.of(new Following(
                        "Void",
                        Map.of(
                                "eventId",
                                WhenFindingRecordedThenRaiseRectification.raised(event.target()),
                                "following",
                                true,
                                "reason",
                                "督查所发现的问题已撤销",
                                "reasonCode",
                                "FINDING_VOIDED")))
                : List.of();
    }
}
