package org.minqing.query.linkpoint;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;

/** A liaison card 干群联系卡: it ends with its link at the latest. */
record CardState(
        UUID cardId,
        UUID linkId,
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        int group,
        UUID householdId,
        UUID cadreId,
        Status status) {

    enum Status {
        ISSUED,
        DELIVERED,
        REVOKED,
        ENDED
    }

    static CardState evolve(@Nullable CardState state, LinkPointEvent event) {
        return switch (event) {
            case LiaisonCardIssued e ->
                new CardState(
                        e.cardId(),
                        e.linkId(),
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.group(),
                        e.householdId(),
                        e.cadreId(),
                        Status.ISSUED);
            case CardDeliveryConfirmed e -> Objects.requireNonNull(state).now(Status.DELIVERED);
            case LiaisonCardRevoked e -> Objects.requireNonNull(state).now(Status.REVOKED);
            case HouseholdReleased e -> Objects.requireNonNull(state).now(Status.ENDED);
            case HouseholdHandedOver e -> Objects.requireNonNull(state).now(Status.ENDED);
            default -> Objects.requireNonNull(state);
        };
    }

    private CardState now(Status next) {
        return new CardState(
                cardId, linkId, linkPointId, programmeId, organisationId, villageId, group, householdId, cadreId, next);
    }
}
