package org.minqing.query.linkpoint;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkStep;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.query.platform.view.Dimensions;

/** A cadre's link with a household, and what it was judged by. */
record LinkState(
        UUID linkId,
        Site of,
        int group,
        UUID householdId,
        UUID cadreId,
        String rankCode,
        @Nullable String band,
        @Nullable Integer quota,
        Status status) {
    enum Status {
        ACTIVE,
        HANDED_OVER,
        RELEASED
    }

    static LinkState evolve(@Nullable LinkState state, LinkStep event, String id) {
        return switch (event) {
            case CadreAssignedToHousehold e -> of(e.of(), e.link(), Status.ACTIVE);
            case HouseholdReleased e -> of(e.of(), e.link(), Status.RELEASED);
            case HouseholdHandedOver e
            when e.link().linkId().toString().equals(id) -> of(e.of(), e.link(), Status.ACTIVE);
            case HouseholdHandedOver e -> requireNonNull(state).handedOver();
        };
    }

    private static LinkState of(Site of, Link link, Status status) {
        return new LinkState(
                link.linkId(),
                of,
                link.group(),
                link.householdId(),
                link.cadreId(),
                link.rankCode(),
                link.band(),
                link.quota(),
                status);
    }

    private LinkState handedOver() {
        return new LinkState(linkId, of, group, householdId, cadreId, rankCode, band, quota, Status.HANDED_OVER);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(cadreId).household(householdId).status(status);
    }
}
