package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.LinkMode;

/** Who is linked to whom, by household and by cadre, in the order in which links were made; what is voided is gone. */
final class Roster {
    private final Map<UUID, Link> links = new HashMap<>();
    private final Map<UUID, SequencedSet<UUID>> byHousehold = new HashMap<>();
    private final Map<UUID, SequencedSet<UUID>> byCadre = new HashMap<>();

    Link link(UUID linkId) {
        return Objects.requireNonNull(links.get(linkId));
    }

    private Stream<Link> ofHousehold(UUID householdId) {
        return byHousehold.getOrDefault(householdId, new LinkedHashSet<>()).stream()
                .map(this::link);
    }

    private Stream<Link> ofCadre(UUID cadreId) {
        return byCadre.getOrDefault(cadreId, new LinkedHashSet<>()).stream().map(this::link);
    }

    /** The links that may not hold beside one of this cadre: under EXACTLY_ONE all of the household's. */
    private Stream<Link> rivals(UUID householdId, UUID cadreId, LinkMode mode) {
        return ofHousehold(householdId)
                .filter(link ->
                        mode == LinkMode.EXACTLY_ONE || link.terms().cadreId().equals(cadreId));
    }

    // -- which link or card a command means

    /**
     * The open link of a household, of this cadre if one is named: 409 {@code household-not-linked}; 422 at the pointer
     * where there are several and none is named.
     */
    Link openLink(UUID householdId, @Nullable UUID cadreId, String pointer) {
        List<Link> open = ofHousehold(householdId)
                .filter(Link::open)
                .filter(link -> cadreId == null || link.terms().cadreId().equals(cadreId))
                .toList();
        if (open.isEmpty()) {
            throw Refusal.conflict("household-not-linked", householdId);
        }
        if (open.size() > 1) {
            throw Refusal.invalid(pointer, "several-links", householdId);
        }
        return open.getFirst();
    }

    /** The link with this id, or with none the open one. */
    Link linkNamed(UUID householdId, @Nullable UUID linkId) {
        if (linkId == null) {
            return openLink(householdId, null, "/linkId");
        }
        return ofHousehold(householdId)
                .filter(link -> link.id().equals(linkId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Link", linkId));
    }

    /** The released link with this id, or with none the household's last; 409 {@code household-not-released}. */
    Link releasedLink(UUID householdId, @Nullable UUID linkId) {
        return ofHousehold(householdId)
                .filter(link -> link.release().isPresent())
                .filter(link -> linkId == null || link.id().equals(linkId))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.conflict("household-not-released", householdId));
    }

    /** A link and those it became by handing over, in that order. */
    List<Link> chainFrom(Link first) {
        return Stream.iterate(
                        Optional.of(first),
                        Optional::isPresent,
                        link -> link.flatMap(Link::next).map(this::link))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The card with this id, or with none the last one of the open link: 409 {@code no-card}. */
    Card cardNamed(UUID householdId, @Nullable UUID cardId) {
        if (cardId == null) {
            List<Card> cards = openLink(householdId, null, "/cardId").cards();
            if (cards.isEmpty()) {
                throw Refusal.conflict("no-card", householdId);
            }
            return cards.getLast();
        }
        return ofHousehold(householdId)
                .flatMap(link -> link.cards().stream())
                .filter(card -> card.id().equals(cardId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Card", cardId));
    }

    // -- what a new link must not meet

    /** A link has no end yet, so one that begins later than the day asked about stands against it too. */
    void refuseSecondLink(UUID householdId, UUID cadreId, LinkMode mode, Set<UUID> ending) {
        rivals(householdId, cadreId, mode)
                .filter(link -> link.open() && !ending.contains(link.id()))
                .findFirst()
                .ifPresent(Roster::refuseBeside);
    }

    /** StepList of the link of one household never go backwards. */
    void refuseBackwards(UUID householdId, UUID cadreId, LinkMode mode, LocalDate day) {
        rivals(householdId, cadreId, mode)
                .map(Link::lastDay)
                .filter(day::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(last -> {
                    throw Refusal.outOfOrder(last);
                });
    }

    /** On the day and on every later one, as far as links are known. */
    void refuseAboveQuota(UUID cadreId, int quota, LocalDate day, Set<UUID> never) {
        if (mostFrom(cadreId, day, never) >= quota) {
            throw Refusal.conflict("quota-exceeded", cadreId, quota);
        }
    }

    /** The most links of a cadre that hold at once on this day or any later one. */
    private int mostFrom(UUID cadreId, LocalDate day, Set<UUID> never) {
        Map<LocalDate, Integer> changes = new TreeMap<>();
        ofCadre(cadreId)
                .filter(link -> link.holdsFrom(day) && !never.contains(link.id()))
                .forEach(link -> {
                    changes.merge(link.from().isAfter(day) ? link.from() : day, 1, Integer::sum);
                    changes.merge(link.to(), -1, Integer::sum);
                });
        int holding = 0;
        int most = 0;
        for (int change : changes.values()) {
            holding += change;
            most = Math.max(most, holding);
        }
        return most;
    }

    // -- what other steps must not leave behind

    /** A link that ended goes on only where no other has taken its place since. */
    void refuseGoingOnBesideAnother(Link ended, Set<UUID> never) {
        Terms terms = ended.terms();
        rivals(terms.householdId(), terms.cadreId(), terms.mode())
                .filter(link -> !link.id().equals(ended.id()) && !never.contains(link.id()))
                .filter(link -> link.holdsFrom(ended.to()))
                .findFirst()
                .ifPresent(Roster::refuseBeside);
    }

    /** Whoever is withdrawn leaves no link behind. */
    void refuseWithdrawalBeforeLinksEnd(UUID cadreId, LocalDate day) {
        long left = ofCadre(cadreId).filter(link -> link.to().isAfter(day)).count();
        if (left > 0) {
            throw Refusal.conflict("cadre-still-linked", cadreId, left);
        }
    }

    /** Whoever is dismissed leaves no link behind. */
    void refuseDismissalBeforeLinksEnd(Admission admission, LocalDate day) {
        ofHousehold(admission.householdId())
                .filter(link -> link.terms().admissionId().equals(admission.id()))
                .filter(link -> link.to().isAfter(day))
                .findFirst()
                .ifPresent(link -> {
                    throw Refusal.conflict(
                            "household-still-linked",
                            admission.householdId(),
                            link.terms().cadreId());
                });
    }

    void refuseLinksMadeBy(Enrolment enrolment) {
        if (ofCadre(enrolment.cadreId())
                .anyMatch(link -> link.terms().enrolmentId().equals(enrolment.id()))) {
            throw Refusal.conflict("enrolment-in-use", enrolment.cadreId());
        }
    }

    void refuseLinksOfAdmission(UUID householdId, UUID admissionId) {
        if (ofHousehold(householdId).anyMatch(link -> link.terms().admissionId().equals(admissionId))) {
            throw Refusal.conflict("admission-in-use", householdId);
        }
    }

    private static void refuseBeside(Link link) {
        Terms terms = link.terms();
        throw Refusal.conflict("household-already-linked", terms.householdId(), terms.cadreId(), link.from());
    }

    // -- what events say

    void add(Link link) {
        links.put(link.id(), link);
        byHousehold
                .computeIfAbsent(link.terms().householdId(), id -> new LinkedHashSet<>())
                .add(link.id());
        byCadre.computeIfAbsent(link.terms().cadreId(), id -> new LinkedHashSet<>())
                .add(link.id());
    }

    void change(UUID linkId, UnaryOperator<Link> change) {
        links.computeIfPresent(linkId, (id, link) -> change.apply(link));
    }

    void remove(UUID linkId) {
        Terms terms = Objects.requireNonNull(links.remove(linkId)).terms();
        byHousehold.computeIfPresent(terms.householdId(), (id, those) -> without(those, linkId));
        byCadre.computeIfPresent(terms.cadreId(), (id, those) -> without(those, linkId));
    }

    private static @Nullable SequencedSet<UUID> without(SequencedSet<UUID> those, UUID linkId) {
        those.remove(linkId);
        return those.isEmpty() ? null : those;
    }
}
