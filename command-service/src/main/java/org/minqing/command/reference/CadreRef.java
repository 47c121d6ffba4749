package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.cadre.CadreEvent;

/**
 * A cadre as other streams see one.
 *
 * @param ranks codes of GB/T 12407 by day
 * @param posts organisation and office by day
 * @param withdrawnOn from this day on the cadre serves no longer
 */
public record CadreRef(
        Timeline<String> ranks,
        Timeline<Post> posts,
        @Nullable LocalDate withdrawnOn) {
    public static final Reference<CadreRef> KIND =
            new Reference<>("Cadre", new CadreRef(Timeline.empty(), Timeline.empty(), null), CadreRef::after);

    /** Where a cadre serves. */
    public record Post(
            UUID organisationId,
            String divisionId,
            @Nullable UUID officeId,
            @Nullable UUID partyBranchId) {}

    /** The rank held on the day; nothing before the cadre was registered. */
    public Optional<String> rankOn(LocalDate day) {
        return ranks.on(day);
    }

    public Optional<Post> postOn(LocalDate day) {
        return posts.on(day);
    }

    /** Registered on the day, and not withdrawn by then. */
    public boolean inServiceOn(LocalDate day) {
        return posts.on(day).isPresent() && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }

    private CadreRef after(DomainEvent event) {
        LocalDate day = event.occurredOn();
        return switch ((CadreEvent) event) {
            case CadreEvent.CadreRegistered e -> {
                Post post = new Post(e.of().organisationId(), e.of().divisionId(), e.officeId(), e.partyBranchId());
                yield new CadreRef(ranks.with(day, e.rankCode()), posts.with(day, post), withdrawnOn);
            }
            case CadreEvent.CadreRankChanged e -> new CadreRef(ranks.with(day, e.rankCode()), posts, withdrawnOn);
            case CadreEvent.CadreTransferred e -> new CadreRef(ranks, posts.with(day, post(e)), withdrawnOn);
            case CadreEvent.CadreWithdrawn e -> new CadreRef(ranks, posts, day);
        };
    }

    /** Where a cadre was transferred to. */
    public static Post post(CadreEvent.CadreTransferred e) {
        return new Post(e.of().organisationId(), e.of().divisionId(), e.officeId(), e.partyBranchId());
    }
}
