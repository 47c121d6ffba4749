package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;

/**
 * A cadre as other streams see one.
 *
 * @param ranks codes of GB/T 12407 by day
 * @param posts organisation and office by day
 * @param politicalStatus code of GB/T 4762
 * @param withdrawnOn from this day on the cadre serves no longer
 */
public record CadreRef(
        Timeline<String> ranks,
        Timeline<Post> posts,
        @Nullable String politicalStatus,
        @Nullable LocalDate withdrawnOn) {
    public static final Reference<CadreRef> KIND =
            new Reference<>("Cadre", new CadreRef(Timeline.empty(), Timeline.empty(), null, null), CadreRef::evolve);

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

    private static CadreRef evolve(CadreRef state, DomainEvent event) {
        LocalDate day = event.occurredOn();
        return switch ((CadreEvent) event) {
            case CadreRegistered e ->
                new CadreRef(
                        state.ranks.with(day, e.rankCode()),
                        state.posts.with(
                                day,
                                new Post(
                                        e.of().organisationId(), e.of().divisionId(), e.officeId(), e.partyBranchId())),
                        e.politicalStatus(),
                        state.withdrawnOn);
            case CadreRankChanged e ->
                new CadreRef(
                        state.ranks.with(day, e.rankCode()), state.posts, state.politicalStatus, state.withdrawnOn);
            case CadreTransferred e ->
                new CadreRef(state.ranks, state.posts.with(day, post(e)), state.politicalStatus, state.withdrawnOn);
            case CadreWithdrawn e -> new CadreRef(state.ranks, state.posts, state.politicalStatus, day);
        };
    }

    /** Where a cadre was transferred to. */
    public static Post post(CadreTransferred e) {
        return new Post(e.of().organisationId(), e.of().divisionId(), e.officeId(), e.partyBranchId());
    }
}
