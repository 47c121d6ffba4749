package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;

/**
 * One cadre linked to one household, from its first day until, but without, the day it is ended on.
 *
 * @param beginning how it was made: assigned or handed over
 * @param cards made out for it, the last alone may be in force
 * @param end how it ended: released or handed over
 */
record Link(
        Step<?> beginning,
        Terms terms,
        List<Card> cards,
        @Nullable Step<?> end) {
    Link {
        cards = List.copyOf(cards);
    }

    static Link assigned(Step<CadreAssignedToHousehold> step) {
        return new Link(step, Terms.of(step.event()), List.of(), null);
    }

    static Link handedOver(Step<HouseholdHandedOver> step) {
        return new Link(step, Terms.of(step.event()), List.of(), null);
    }

    UUID id() {
        return terms.linkId();
    }

    LocalDate from() {
        return beginning.day();
    }

    boolean open() {
        return end == null;
    }

    /** The day it holds no longer. */
    LocalDate to() {
        return end == null ? LocalDate.MAX : end.day();
    }

    /** It holds on this day or on a later one. */
    boolean holdsFrom(LocalDate day) {
        return to().isAfter(day) && to().isAfter(from());
    }

    /** The day of the last step of the link and its cards: nothing more may happen to it before. */
    LocalDate lastDay() {
        if (end != null) {
            return end.day();
        }
        return cards.isEmpty() ? from() : cards.getLast().lastDay();
    }

    /** The one card that is good now. */
    @Nullable
    Card cardInForce() {
        return open() && !cards.isEmpty() && cards.getLast().revocation() == null ? cards.getLast() : null;
    }

    /** 409 {@code no-card-in-force} */
    Card requireCardInForce() {
        Card card = cardInForce();
        if (card == null) {
            throw Refusal.conflict("no-card-in-force", terms.householdId());
        }
        return card;
    }

    /** The end of a link has said what became of its card: 409 {@code link-ended}. */
    void refuseEnded() {
        if (end != null) {
            throw Refusal.conflict("link-ended", terms.householdId(), end.day());
        }
    }

    /** A card that was replaced can be good no more, for a link has one at a time: 409 {@code card-replaced}. */
    void refuseReplaced(Card card) {
        if (!cards.getLast().id().equals(card.id())) {
            throw Refusal.conflict("card-replaced", card.id());
        }
    }

    /** How it was released, if that is how it ended. */
    Optional<Step<?>> release() {
        return Optional.<Step<?>>ofNullable(end).filter(step -> step.event() instanceof HouseholdReleased);
    }

    /** The link it became, if it was handed over. */
    Optional<UUID> next() {
        return end != null && end.event() instanceof HouseholdHandedOver e ? Optional.of(e.linkId()) : Optional.empty();
    }

    /** The link it came from, if it was handed over. */
    Optional<UUID> former() {
        return beginning.event() instanceof HouseholdHandedOver e ? Optional.of(e.formerLinkId()) : Optional.empty();
    }

    /** Its steps, the last first; one that hands it over belongs to the link that follows. */
    List<Step<?>> lastFirst() {
        List<Step<?>> steps = new ArrayList<>();
        release().ifPresent(steps::add);
        cards.reversed().forEach(card -> steps.addAll(card.lastFirst()));
        steps.add(beginning);
        return steps;
    }

    Link ended(@Nullable Step<?> step) {
        return new Link(beginning, terms, cards, step);
    }

    Link issued(Step<LiaisonCardIssued> step) {
        List<Card> more = new ArrayList<>(cards);
        more.add(new Card(step));
        return new Link(beginning, terms, more, end);
    }

    Link neverIssued(UUID cardId) {
        return new Link(
                beginning,
                terms,
                cards.stream().filter(card -> !card.id().equals(cardId)).toList(),
                end);
    }

    Link card(UUID cardId, UnaryOperator<Card> change) {
        return new Link(
                beginning,
                terms,
                cards.stream()
                        .map(card -> card.id().equals(cardId) ? change.apply(card) : card)
                        .toList(),
                end);
    }
}
