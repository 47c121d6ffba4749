package org.minqing.command.linkpoint;

import java.util.List;
import java.util.Map;
import org.minqing.command.platform.policy.Policy;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.springframework.stereotype.Component;

/** The life of a card: made out with the link, and made out anew for the next cadre; the one before ended with its link. */
@Component
class WhenHouseholdLinkedThenIssueCard implements Policy<LinkPointEvent> {
    @Override
    public List<Following> when(LinkPointEvent event, Occasion occasion) {
        return switch (event) {
            case CadreAssignedToHousehold e -> card(e, e.link());
            case HouseholdHandedOver e -> card(e, e.link());
            default -> List.of();
        };
    }

    /** Where the link was with another cadre, the card of the one who never was linked is voided, and another made out. */
    @Override
    public List<Following> whenAmended(AmendingEvent<?> event, Occasion occasion) {
        return switch (event) {
            case Corrected<?> corrected -> when((LinkPointEvent) corrected.after(), occasion);
            case Voided<?> voided ->
                voided.before() instanceof Corrected<?> never
                        ? when((LinkPointEvent) never.before(), occasion)
                        : List.of();
        };
    }

    private static List<Following> card(LinkPointEvent event, Link link) {
        return List.of(new Following(
                "IssueLiaisonCard",
                Map.of(
                        "linkPointId", event.of().linkPointId(),
                        "householdId", link.householdId(),
                        "cadreId", link.cadreId(),
                        "occurredOn", event.occurredOn())));
    }
}
