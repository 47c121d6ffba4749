package org.minqing.command.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.project.ProjectEvent;

/**
 * A project as other streams see one.
 *
 * @param proposedOn its first day; null where it is voided
 * @param cancelledOn its last day, if it was given up
 */
public record ProjectRef(
        @Nullable LocalDate proposedOn, @Nullable LocalDate cancelledOn) {
    public static final Reference<ProjectRef> KIND =
            new Reference<>("Project", new ProjectRef(null, null), ProjectRef::after);

    /** Proposed by the day, and not given up before it. */
    public boolean inForceOn(LocalDate day) {
        return proposedOn != null && !day.isBefore(proposedOn) && (cancelledOn == null || !day.isAfter(cancelledOn));
    }

    /** How far its work has come is its own matter. */
    private ProjectRef after(DomainEvent event) {
        return switch ((ProjectEvent) event) {
            case ProjectEvent.ProjectProposed e -> new ProjectRef(e.occurredOn(), null);
            case ProjectEvent.ProjectCancelled e -> new ProjectRef(proposedOn, e.occurredOn());
            case ProjectEvent.BeneficiariesRecorded e -> this;
            case ProjectEvent.ContractAwarded e -> this;
            case ProjectEvent.InvestmentLineAdded e -> this;
            case ProjectEvent.InvestmentLineAdvanced e -> this;
            case ProjectEvent.ProgressReported e -> this;
            case ProjectEvent.ProjectAccepted e -> this;
            case ProjectEvent.ProjectApproved e -> this;
            case ProjectEvent.QuantityMeasured e -> this;
            case ProjectEvent.VillagersResolutionRecorded e -> this;
            case ProjectEvent.WorkCompleted e -> this;
            case ProjectEvent.WorkStarted e -> this;
        };
    }
}
