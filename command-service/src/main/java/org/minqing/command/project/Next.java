package org.minqing.command.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;

/** What is entered next of a project on a day: everything carries the programme, organisation and village it was proposed for. */
record Next(ProjectProposed of, LocalDate day) {
    /** Where something is counted within the organisation and the tasks. */
    record Classed(@Nullable UUID officeId, @Nullable String taskCode) {}

    VillagersResolutionRecorded resolution(
            @Nullable Integer participants, @Nullable Integer inFavour, @Nullable Sealed summary) {
        return new VillagersResolutionRecorded(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                participants,
                inFavour,
                summary,
                day);
    }

    ProjectApproved approval(@Nullable String documentNo) {
        return new ProjectApproved(
                of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), documentNo, day);
    }

    ContractAwarded award(@Nullable Contractor contractor, @Nullable Money price, @Nullable String documentNo) {
        return new ContractAwarded(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                contractor,
                price,
                documentNo,
                day);
    }

    WorkStarted start() {
        return new WorkStarted(of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), day);
    }

    ProgressReported progress(@Nullable Integer percent, @Nullable Sealed note) {
        return new ProgressReported(
                of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), percent, note, day);
    }

    WorkCompleted completion() {
        return new WorkCompleted(of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), day);
    }

    ProjectAccepted acceptance(@Nullable String documentNo) {
        return new ProjectAccepted(
                of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), documentNo, day);
    }

    ProjectCancelled cancellation(@Nullable Sealed reason, @Nullable String reasonCode) {
        return new ProjectCancelled(
                of.projectId(), of.programmeId(), of.organisationId(), of.villageId(), reason, reasonCode, day);
    }

    InvestmentLineAdded line(UUID lineId, Classed classed, InvestmentSource source, Money money) {
        return new InvestmentLineAdded(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                classed.officeId(),
                classed.taskCode(),
                lineId,
                source,
                money,
                day);
    }

    InvestmentLineAdvanced advance(InvestmentLineAdded line, InvestmentStage from, InvestmentStage stage) {
        return new InvestmentLineAdvanced(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                line.lineId(),
                line.source(),
                line.money(),
                from,
                stage,
                day);
    }

    QuantityMeasured quantity(
            UUID quantityId,
            Classed classed,
            ProjectItem item,
            @Nullable String itemName,
            Quantity quantity,
            @Nullable UUID attachmentId) {
        return new QuantityMeasured(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                classed.officeId(),
                classed.taskCode(),
                quantityId,
                item,
                itemName,
                quantity,
                attachmentId,
                day);
    }

    BeneficiariesRecorded beneficiaries(
            UUID beneficiariesId, Classed classed, BeneficiaryKind kind, Quantity quantity, boolean overlapPossible) {
        return new BeneficiariesRecorded(
                of.projectId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                classed.officeId(),
                classed.taskCode(),
                beneficiariesId,
                kind,
                quantity,
                overlapPossible,
                day);
    }
}
