package org.minqing.query.linkpoint;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;

/** A cadre's link with a household, and what it was judged by. */
record LinkState(
        UUID linkId,
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
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

    static LinkState evolve(@Nullable LinkState state, LinkPointEvent event, String id) {
        return switch (event) {
            case CadreAssignedToHousehold e ->
                new LinkState(
                        e.linkId(),
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.group(),
                        e.householdId(),
                        e.cadreId(),
                        e.rankCode(),
                        e.band(),
                        e.quota(),
                        Status.ACTIVE);
            case HouseholdHandedOver e
            when e.linkId().toString().equals(id) ->
                new LinkState(
                        e.linkId(),
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.group(),
                        e.householdId(),
                        e.cadreId(),
                        e.rankCode(),
                        e.band(),
                        e.quota(),
                        Status.ACTIVE);
            case HouseholdHandedOver e -> Objects.requireNonNull(state).ended(Status.HANDED_OVER);
            case HouseholdReleased e -> Objects.requireNonNull(state).ended(Status.RELEASED);
            default -> Objects.requireNonNull(state);
        };
    }

    private LinkState ended(Status how) {
        return new LinkState(
                linkId,
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                group,
                householdId,
                cadreId,
                rankCode,
                band,
                quota,
                how);
    }
}
