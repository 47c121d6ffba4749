package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;

/**
 * A link point as other streams see one: whose it is, and who is linked to whom.
 *
 * @param designated how it was designated; null where nothing of it stands
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
            case CadreAssignedToHousehold e -> state.begin(e.link(), e.occurredOn());
            case HouseholdReleased e -> state.end(e.link().linkId(), e.occurredOn());
            case HouseholdHandedOver e ->
                state.end(e.former().formerLinkId(), e.occurredOn()).begin(e.link(), e.occurredOn());
            case LinkPointEvent other -> state;
            default -> throw new IllegalArgumentException("not of a link point: " + event.getClass());
        };
    }

    private LinkPointRef begin(LinkPointEvent.Link link, LocalDate day) {
        Map<UUID, Link> changed = new HashMap<>(links);
        changed.put(link.linkId(), new Link(link.householdId(), link.cadreId(), day, null));
        return new LinkPointRef(designated, changed);
    }

    private LinkPointRef end(UUID linkId, LocalDate day) {
        Map<UUID, Link> changed = new HashMap<>(links);
        changed.computeIfPresent(linkId, (id, l) -> new Link(l.householdId(), l.cadreId(), l.from(), day));
        return new LinkPointRef(designated, changed);
    }
}
