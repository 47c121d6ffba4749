package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.linkpoint.LinkPointEvent;

/**
 * A link point as other streams see one: whose it is, and who is linked to whom.
 *
 * @param designated how it was designated; null where nothing of it stands
 * @param links of each household, by linkId
 */
public record LinkPointRef(LinkPointEvent.@Nullable LinkPointDesignated designated, Map<UUID, Map<UUID, Link>> links) {
    public static final Reference<LinkPointRef> KIND =
            new Reference<>("LinkPoint", new LinkPointRef(null, Map.of()), LinkPointRef::after);

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

    /** By linkId. */
    public Map<UUID, Link> linksOf(UUID householdId) {
        return links.getOrDefault(householdId, Map.of());
    }

    private LinkPointRef after(DomainEvent event) {
        LocalDate day = event.occurredOn();
        return switch ((LinkPointEvent) event) {
            case LinkPointEvent.LinkPointDesignated e -> new LinkPointRef(e, links);
            case LinkPointEvent.CadreAssignedToHousehold e -> begin(e.link(), day);
            case LinkPointEvent.HouseholdReleased e ->
                end(e.link().householdId(), e.link().linkId(), day);
            case LinkPointEvent.HouseholdHandedOver e ->
                end(e.link().householdId(), e.former().formerLinkId(), day).begin(e.link(), day);
            case LinkPointEvent.KeyVillageDesignated e -> this;
            case LinkPointEvent.CadreEnrolled e -> this;
            case LinkPointEvent.CadreWithdrawnFromLinkPoint e -> this;
            case LinkPointEvent.HouseholdAdmitted e -> this;
            case LinkPointEvent.HouseholdDismissed e -> this;
            case LinkPointEvent.LiaisonCardIssued e -> this;
            case LinkPointEvent.CardDeliveryConfirmed e -> this;
            case LinkPointEvent.LiaisonCardRevoked e -> this;
        };
    }

    private LinkPointRef begin(LinkPointEvent.Link link, LocalDate day) {
        return changed(
                link.householdId(),
                of -> of.put(link.linkId(), new Link(link.householdId(), link.cadreId(), day, null)));
    }

    private LinkPointRef end(UUID householdId, UUID linkId, LocalDate day) {
        return changed(
                householdId,
                of -> of.computeIfPresent(linkId, (id, l) -> new Link(l.householdId(), l.cadreId(), l.from(), day)));
    }

    private LinkPointRef changed(UUID householdId, Consumer<Map<UUID, Link>> change) {
        Map<UUID, Link> ofHousehold = new HashMap<>(linksOf(householdId));
        change.accept(ofHousehold);
        Map<UUID, Map<UUID, Link>> changed = new HashMap<>(links);
        changed.put(householdId, ofHousehold);
        return new LinkPointRef(designated, changed);
    }
}
