package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;

/** A liaison card of one link: issued, then perhaps delivered, then perhaps revoked. It ends with its link. */
record Card(
        Step<LiaisonCardIssued> issue,
        @Nullable Step<CardDeliveryConfirmed> delivery,
        @Nullable Step<LiaisonCardRevoked> revocation) {
    Card(Step<LiaisonCardIssued> issue) {
        this(issue, null, null);
    }

    UUID id() {
        return issue.event().cardId();
    }

    UUID linkId() {
        return issue.event().linkId();
    }

    boolean delivered() {
        return delivery != null;
    }

    /** 409 {@code card-not-delivered} */
    Step<CardDeliveryConfirmed> requireDelivery() {
        if (delivery == null) {
            throw Refusal.conflict("card-not-delivered", id());
        }
        return delivery;
    }

    /** 409 {@code card-not-revoked} */
    Step<LiaisonCardRevoked> requireRevocation() {
        if (revocation == null) {
            throw Refusal.conflict("card-not-revoked", id());
        }
        return revocation;
    }

    /** The day of its last step. */
    LocalDate lastDay() {
        return lastFirst().getFirst().day();
    }

    /** Its steps, the last first. */
    List<Step<?>> lastFirst() {
        return Stream.<@Nullable Step<?>>of(revocation, delivery, issue)
                .<Step<?>>flatMap(Stream::ofNullable)
                .toList();
    }

    Card delivered(@Nullable Step<CardDeliveryConfirmed> step) {
        return new Card(issue, step, revocation);
    }

    Card revoked(@Nullable Step<LiaisonCardRevoked> step) {
        return new Card(issue, delivery, step);
    }
}
