package org.minqing.command.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.project.Course.Entry;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.BeneficiariesVoided;
import org.minqing.events.project.ProjectEvent.ContractAwardVoided;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanceVoided;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.InvestmentLineVoided;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProgressVoided;
import org.minqing.events.project.ProjectEvent.ProjectAcceptanceVoided;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApprovalVoided;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancellationVoided;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.ProjectVoided;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.QuantityVoided;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.VillagersResolutionVoided;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkCompletionVoided;
import org.minqing.events.project.ProjectEvent.WorkStartVoided;
import org.minqing.events.project.ProjectEvent.WorkStarted;

/** Why something never was. */
record Void(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so of one entry. */
    ProjectEvent of(Entry entry) {
        UUID target = entry.id();
        return switch (entry.event()) {
            case ProjectProposed e ->
                new ProjectVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case VillagersResolutionRecorded e ->
                new VillagersResolutionVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ProjectApproved e ->
                new ProjectApprovalVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ContractAwarded e ->
                new ContractAwardVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case WorkStarted e ->
                new WorkStartVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ProgressReported e ->
                new ProgressVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case WorkCompleted e ->
                new WorkCompletionVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ProjectAccepted e ->
                new ProjectAcceptanceVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case ProjectCancelled e ->
                new ProjectCancellationVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case InvestmentLineAdded e ->
                new InvestmentLineVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case InvestmentLineAdvanced e ->
                new InvestmentLineAdvanceVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case QuantityMeasured e ->
                new QuantityVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case BeneficiariesRecorded e ->
                new BeneficiariesVoided(
                        e.projectId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case Corrects<?> c -> throw new IllegalStateException("a correction is no entry: " + c.target());
            case Voids<?> v -> throw new IllegalStateException("a void is no entry: " + v.target());
        };
    }
}
