package org.minqing.command.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;

/**
 * A project as other streams see one.
 *
 * @param proposedOn its first day; null where it is voided
 * @param cancelledOn its last day, if it was given up
 */
public record ProjectRef(
        @Nullable LocalDate proposedOn, @Nullable LocalDate cancelledOn) {
    public static final Reference<ProjectRef> KIND =
            new Reference<>("Project", new ProjectRef(null, null), ProjectRef::evolve);

    /** Proposed by the day, and not given up before it. */
    public boolean inForceOn(LocalDate day) {
        return proposedOn != null && !day.isBefore(proposedOn) && (cancelledOn == null || !day.isAfter(cancelledOn));
    }

    private static ProjectRef evolve(ProjectRef state, DomainEvent event) {
        return switch (event) {
            case ProjectProposed e -> new ProjectRef(e.occurredOn(), null);
            case ProjectCancelled e -> new ProjectRef(state.proposedOn, e.occurredOn());
            default -> state; // how far its work has come is its own matter
        };
    }
}
