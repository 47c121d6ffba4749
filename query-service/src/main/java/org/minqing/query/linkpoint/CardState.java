package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Task;

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
        LocalDate issuedOn,
        Status status) {
    private static final int DAYS_TO_DELIVER = 30;
    static final Set<Status> WAITING = Set.of(Status.ISSUED);

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
                        e.occurredOn(),
                        Status.ISSUED);
            case CardDeliveryConfirmed e -> Objects.requireNonNull(state).now(Status.DELIVERED);
            case LiaisonCardRevoked e -> Objects.requireNonNull(state).now(Status.REVOKED);
            case HouseholdReleased e -> Objects.requireNonNull(state).now(Status.ENDED);
            case HouseholdHandedOver e -> Objects.requireNonNull(state).now(Status.ENDED);
            default -> Objects.requireNonNull(state);
        };
    }

    Dimensions dimensions() {
        return Dimensions.at(villageId)
                .programme(programmeId)
                .organisation(organisationId)
                .cadre(cadreId)
                .household(householdId)
                .status(status);
    }

    /** A card lies in a drawer for a month at most. */
    Stream<Task> tasks() {
        return Stream.of(new Task(
                "deliver-card",
                new Subject("Card", cardId.toString()),
                issuedOn.plusDays(DAYS_TO_DELIVER),
                dimensions()));
    }

    private CardState now(Status next) {
        return new CardState(
                cardId,
                linkId,
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                group,
                householdId,
                cadreId,
                issuedOn,
                next);
    }
}
