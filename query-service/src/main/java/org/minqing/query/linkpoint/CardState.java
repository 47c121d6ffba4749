package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.CardStep;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/** A liaison card 干群联系卡: it ends with its link at the latest. */
record CardState(Site of, Card card, LocalDate issuedOn, Status status) {
    private static final int DAYS_TO_DELIVER = 30;
    static final Set<Status> WAITING = Set.of(Status.ISSUED);

    enum Status {
        ISSUED,
        DELIVERED,
        REVOKED,
        ENDED
    }

    static CardState issued(LiaisonCardIssued e) {
        return new CardState(e.of(), e.card(), e.occurredOn(), Status.ISSUED);
    }

    CardState after(CardStep event) {
        return switch (event) {
            case LiaisonCardIssued e -> issued(e);
            case CardDeliveryConfirmed e -> now(Status.DELIVERED);
            case LiaisonCardRevoked e -> now(Status.REVOKED);
            case HouseholdReleased e -> now(Status.ENDED);
            case HouseholdHandedOver e -> now(Status.ENDED);
        };
    }

    private CardState now(Status next) {
        return new CardState(of, card, issuedOn, next);
    }

    Dimensions dimensions() {
        return Dimensions.of(of)
                .cadre(card.cadreId())
                .household(card.householdId())
                .status(status);
    }

    /** A card lies in a drawer for a month at most. */
    Stream<Task> tasks() {
        return Stream.of(new Task(
                "deliver-card",
                new Subject("Card", card.cardId().toString()),
                issuedOn.plusDays(DAYS_TO_DELIVER),
                dimensions()));
    }
}
