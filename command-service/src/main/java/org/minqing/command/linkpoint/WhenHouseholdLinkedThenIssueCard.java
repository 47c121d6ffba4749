package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.Policy;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.springframework.stereotype.Component;

/** The life of a card: made out with the link, and made out anew for the next cadre; the one before ended with its link. */
@Component
class WhenHouseholdLinkedThenIssueCard implements Policy<LinkPointEvent> {
    @Override
    public Class<LinkPointEvent> family() {
        return LinkPointEvent.class;
    }

    @Override
    public List<Following> when(LinkPointEvent event, Occasion occasion) {
        return switch (event) {
            case CadreAssignedToHousehold e -> card(e, e.householdId(), e.cadreId(), e.occurredOn());
            case HouseholdHandedOver e -> card(e, e.householdId(), e.cadreId(), e.occurredOn());
            default -> List.of();
        };
    }

    private static List<Following> card(LinkPointEvent link, UUID household, UUID cadre, LocalDate day) {
        return List.of(new Following(
                "IssueLiaisonCard",
                Map.of(
                        "linkPointId", link.linkPointId(),
                        "householdId", household,
                        "cadreId", cadre,
                        "occurredOn", day)));
    }
}
