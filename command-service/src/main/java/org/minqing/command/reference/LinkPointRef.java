package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HandOverVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointVoided;
import org.minqing.events.linkpoint.LinkPointEvent.LinkVoided;
import org.minqing.events.linkpoint.LinkPointEvent.ReleaseVoided;

/**
 * A link point as other streams see one: whose it is, and who is linked to whom.
 *
 * @param designated how it was designated; null where that was voided
 * @param links by linkId
 */
public record LinkPointRef(@Nullable LinkPointDesignated designated, Map<UUID, Link> links) {
    public static final Reference<LinkPointRef> KIND =
            new Reference<>("LinkPoint", new LinkPointRef(null, Map.of()), LinkPointRef::evolve);

    /**
     * One cadre linked to one household.
     *
     * @param from first day
     * @param to the day from which it holds no longer; null while it holds
     */
    public record Link(
            UUID householdId,
            UUID cadreId,
            LocalDate from,
            @Nullable LocalDate to) {
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    public boolean inForceOn(LocalDate day) {
        return designated != null && !day.isBefore(designated.occurredOn());
    }

    /** Cadres linked to the household on the day. */
    public Stream<UUID> cadresOf(UUID householdId, LocalDate day) {
        return links.values().stream()
                .filter(l -> l.householdId().equals(householdId) && l.on(day))
                .map(Link::cadreId);
    }

    private static LinkPointRef evolve(LinkPointRef state, DomainEvent event) {
        return switch (event) {
            case LinkPointDesignated e -> new LinkPointRef(e, state.links);
            case LinkPointVoided e -> new LinkPointRef(null, state.links);
            case CadreAssignedToHousehold e ->
                state.begin(e.linkId(), new Link(e.householdId(), e.cadreId(), e.occurredOn(), null));
            case LinkVoided e -> state.never(e.before().linkId());
            case HouseholdReleased e -> state.end(e.linkId(), e.occurredOn());
            case ReleaseVoided e -> state.end(e.before().linkId(), null);
            case HouseholdHandedOver e ->
                state.end(e.formerLinkId(), e.occurredOn())
                        .begin(e.linkId(), new Link(e.householdId(), e.cadreId(), e.occurredOn(), null));
            case HandOverVoided e ->
                state.never(e.before().linkId()).end(e.before().formerLinkId(), null);
            case LinkPointEvent other -> state;
            default -> throw new IllegalArgumentException("not of a link point: " + event.getClass());
        };
    }

    private LinkPointRef begin(UUID linkId, Link link) {
        Map<UUID, Link> changed = new HashMap<>(links);
        changed.put(linkId, link);
        return new LinkPointRef(designated, changed);
    }

    private LinkPointRef end(UUID linkId, @Nullable LocalDate day) {
        Map<UUID, Link> changed = new HashMap<>(links);
        changed.computeIfPresent(linkId, (id, l) -> new Link(l.householdId(), l.cadreId(), l.from(), day));
        return new LinkPointRef(designated, changed);
    }

    private LinkPointRef never(UUID linkId) {
        Map<UUID, Link> changed = new HashMap<>(links);
        changed.remove(linkId);
        return new LinkPointRef(designated, changed);
    }
}
