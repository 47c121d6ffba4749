package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.Link;

/** Who is linked to whom, and the card each link has, in the order in which links were made. */
final class Roster {
    private final Map<UUID, HeldLink> links = new LinkedHashMap<>();

    /**
     * A link from its first day until, but without, the day it ended on.
     *
     * @param mode by which it was judged
     * @param last day of the last step of the link and its cards: nothing more may happen to it before
     * @param card the one card that is good now
     */
    record HeldLink(
            Link link,
            LinkMode mode,
            LocalDate from,
            LocalDate to,
            LocalDate last,
            @Nullable HeldCard card) {
        boolean open() {
            return to.equals(LocalDate.MAX);
        }

        /** It holds on this day or on a later one. */
        boolean holdsFrom(LocalDate day) {
            return to.isAfter(day) && to.isAfter(from);
        }

        void refuseBackwards(LocalDate day) {
            Refusal.refuseBefore(last, day);
        }

        @Nullable
        UUID cardId() {
            return card == null ? null : card.id;
        }

        boolean cardDelivered() {
            return card != null && card.delivered;
        }

        Card cardNamed(UUID cardId) {
            return new Card(cardId, link.linkId(), link.group(), link.householdId(), link.cadreId());
        }

        /** 409 {@code no-card-in-force} */
        HeldCard requireCard() {
            if (card == null) {
                throw Refusal.conflict("no-card-in-force", link.householdId());
            }
            return card;
        }
    }

    /** A liaison card that is good. */
    record HeldCard(UUID id, LocalDate issuedOn, boolean delivered) {}

    // -- which link is meant

    private Stream<HeldLink> ofHousehold(UUID householdId) {
        return links.values().stream().filter(each -> each.link.householdId().equals(householdId));
    }

    /** The links that may not hold beside this one: under EXACTLY_ONE all of the household's. */
    private Stream<HeldLink> rivals(UUID householdId, UUID cadreId, LinkMode mode) {
        return ofHousehold(householdId)
                .filter(each ->
                        mode == LinkMode.EXACTLY_ONE || each.link.cadreId().equals(cadreId));
    }

    /**
     * The open link of a household, of this cadre if one is named: 409 {@code household-not-linked}; 422 at the pointer
     * where there are several and none is named.
     */
    HeldLink open(UUID householdId, @Nullable UUID cadreId, String pointer) {
        List<HeldLink> open = ofHousehold(householdId)
                .filter(HeldLink::open)
                .filter(each -> cadreId == null || each.link.cadreId().equals(cadreId))
                .toList();
        if (open.isEmpty()) {
            throw notLinked(householdId);
        }
        if (open.size() > 1) {
            throw Refusal.invalid(pointer, "several-links", householdId);
        }
        return open.getFirst();
    }

    /** The link with this id, whether it holds or not. */
    Optional<HeldLink> find(UUID linkId) {
        return Optional.ofNullable(links.get(linkId));
    }

    /** The open link with this id; 409 {@code household-not-linked}. */
    HeldLink open(UUID linkId, UUID householdId) {
        HeldLink link = links.get(linkId);
        if (link == null || !link.open()) {
            throw notLinked(householdId);
        }
        return link;
    }

    private static Refusal notLinked(UUID householdId) {
        return Refusal.conflict("household-not-linked", householdId);
    }

    // -- what a step must not meet

    /**
     * A link has no end yet, so one that begins later than the day asked about stands against it too.
     *
     * @param ending the link in whose place it comes
     */
    void refuseSecond(UUID householdId, UUID cadreId, LinkMode mode, @Nullable UUID ending) {
        rivals(householdId, cadreId, mode)
                .filter(each -> each.open() && !each.link.linkId().equals(ending))
                .findFirst()
                .ifPresent(each -> {
                    throw Refusal.conflict("household-already-linked", householdId, each.link.cadreId(), each.from);
                });
    }

    /** Steps of the link of one household never go backwards. */
    void refuseBackwards(UUID householdId, UUID cadreId, LinkMode mode, LocalDate day) {
        rivals(householdId, cadreId, mode)
                .map(HeldLink::last)
                .max(LocalDate::compareTo)
                .ifPresent(last -> Refusal.refuseBefore(last, day));
    }

    /** On the day and on every later one, as far as links are known. */
    void refuseAboveQuota(Link link, LocalDate day) {
        if (link.quota() == null) {
            throw Refusal.conflict("quota-not-defined", link.rankCode());
        }
        if (mostFrom(link.cadreId(), day) >= link.quota()) {
            throw Refusal.conflict("quota-exceeded", link.cadreId(), link.quota());
        }
    }

    /** The most links of a cadre that hold at once on this day or any later one. */
    private int mostFrom(UUID cadreId, LocalDate day) {
        Map<LocalDate, Integer> changes = new TreeMap<>();
        links.values().stream()
                .filter(each -> each.link.cadreId().equals(cadreId) && each.holdsFrom(day))
                .forEach(each -> {
                    changes.merge(each.from.isAfter(day) ? each.from : day, 1, Integer::sum);
                    changes.merge(each.to, -1, Integer::sum);
                });
        int holding = 0;
        int most = 0;
        for (int change : changes.values()) {
            holding += change;
            most = Math.max(most, holding);
        }
        return most;
    }

    /** Whoever is withdrawn leaves no link behind. */
    void refuseLinked(UUID cadreId, LocalDate day) {
        long left = links.values().stream()
                .filter(each -> each.link.cadreId().equals(cadreId) && each.to.isAfter(day))
                .count();
        if (left > 0) {
            throw Refusal.conflict("cadre-still-linked", cadreId, left);
        }
    }

    /** Whoever is dismissed leaves no link behind. */
    void refuseLinked(UUID householdId, UUID admissionId, LocalDate day) {
        ofHousehold(householdId)
                .filter(each -> each.link.admissionId().equals(admissionId) && each.to.isAfter(day))
                .findFirst()
                .ifPresent(each -> {
                    throw Refusal.conflict("household-still-linked", householdId, each.link.cadreId());
                });
    }

    // -- what events say

    void begin(Link link, LinkMode mode, LocalDate day) {
        links.put(link.linkId(), new HeldLink(link, mode, day, LocalDate.MAX, day, null));
    }

    void end(UUID linkId, LocalDate day) {
        links.computeIfPresent(linkId, (id, it) -> new HeldLink(it.link, it.mode, it.from, day, day, null));
    }

    /** @param card the one that is good from now on; null: none */
    void card(UUID linkId, @Nullable HeldCard card, LocalDate day) {
        links.computeIfPresent(linkId, (id, it) -> new HeldLink(it.link, it.mode, it.from, it.to, day, card));
    }
}
