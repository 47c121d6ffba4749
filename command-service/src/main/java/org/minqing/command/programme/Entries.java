package org.minqing.command.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupVoided;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaVoided;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.SponsorVoided;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundVoided;

/** What a programme holds that can be voided, each under the id of the event that made it, in the order of the log. */
final class Entries {
    private final Map<UUID, ProgrammeEvent> standing = new LinkedHashMap<>();
    private final Set<UUID> voided = new HashSet<>();

    void add(UUID id, ProgrammeEvent made) {
        standing.put(id, made);
    }

    void remove(Voids<?> voids) {
        standing.remove(voids.target());
        voided.add(voids.target());
    }

    <E extends ProgrammeEvent> List<E> all(Class<E> type) {
        return standing.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The entry, or nothing where it was voided; 404 {@code <kind>-not-found} where there never was one. */
    <E extends ProgrammeEvent> Optional<E> find(Class<E> type, String kind, UUID id) {
        if (type.isInstance(standing.get(id))) {
            return Optional.of(type.cast(standing.get(id)));
        }
        if (voided.contains(id)) {
            return Optional.empty();
        }
        throw Refusal.notFound(kind, id);
    }

    /** Everything that stands, the last first. */
    List<ProgrammeEvent> lastFirst() {
        return new ArrayList<>(standing.values()).reversed();
    }

    static ProgrammeEvent voiding(ProgrammeEvent made, Sealed reason, @Nullable String reasonCode) {
        UUID programme = made.programmeId();
        UUID organisation = made.organisationId();
        String division = made.divisionId();
        LocalDate day = made.occurredOn();
        return switch (made) {
            case LinkQuotaDefined e ->
                new LinkQuotaVoided(programme, organisation, division, e.quotaId(), e, reason, reasonCode, day);
            case LeadingGroupEstablished e ->
                new LeadingGroupVoided(programme, organisation, division, e.groupId(), e, reason, reasonCode, day);
            case SponsorAssigned e ->
                new SponsorVoided(programme, organisation, division, e.sponsorshipId(), e, reason, reasonCode, day);
            case VisitRoundOpened e ->
                new VisitRoundVoided(programme, organisation, division, e.roundId(), e, reason, reasonCode, day);
            default -> throw new IllegalArgumentException("cannot be voided: " + made.getClass());
        };
    }
}
