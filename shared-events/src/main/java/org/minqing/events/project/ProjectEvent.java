package org.minqing.events.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/**
 * The story of a project 帮扶项目, from proposal to acceptance, and what is counted of it: lines of investment, quantities,
 * beneficiaries. Each of these has the id of the event that made it and stands by itself; a line's advances stand on it.
 */
public sealed interface ProjectEvent extends DomainEvent {
    UUID projectId();

    UUID programmeId();

    /** The organisation the project is counted to. */
    UUID organisationId();

    /** divisionId of the village. */
    String villageId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * Somebody proposed the project on this day.
     *
     * @param name as people call it; no person's name in it
     * @param site natural village 自然村 or place within the village
     * @param concernId what it answers, if it began with a concern
     */
    record ProjectProposed(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ProjectKind kind,
            String name,
            @Nullable String site,
            @Nullable UUID concernId,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The project is another than proposed: its name, site, kind or concern. */
    record ProjectCorrected(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProjectProposed before,
            ProjectProposed after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Corrects<ProjectProposed> {}

    /** The project never was. */
    record ProjectVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProjectProposed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ProjectProposed> {}

    /**
     * The villagers, assembled on this day, resolved to do it 一事一议.
     *
     * @param participants number of people who took part
     * @param inFavour number of them who were for it
     * @param summary what was said, sealed under the project
     */
    record VillagersResolutionRecorded(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable Integer participants,
            @Nullable Integer inFavour,
            @Nullable Sealed summary,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The villagers never resolved so. */
    record VillagersResolutionVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            VillagersResolutionRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<VillagersResolutionRecorded> {}

    /**
     * The project was approved on this day.
     *
     * @param documentNo of the approval
     */
    record ProjectApproved(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The project was never approved so. */
    record ProjectApprovalVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProjectApproved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ProjectApproved> {}

    /**
     * The work was given to somebody on this day.
     *
     * @param price agreed
     * @param documentNo of the contract
     */
    record ContractAwarded(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable Contractor contractor,
            @Nullable Money price,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The work was never given to anybody so. */
    record ContractAwardVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ContractAwarded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ContractAwarded> {}

    /** Work began on this day. */
    record WorkStarted(UUID projectId, UUID programmeId, UUID organisationId, String villageId, LocalDate occurredOn)
            implements ProjectEvent {}

    /** Work never began so. */
    record WorkStartVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            WorkStarted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<WorkStarted> {}

    /**
     * So far the work had come on this day.
     *
     * @param percent of the whole, 0 to 100
     * @param note sealed under the project
     */
    record ProgressReported(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable Integer percent,
            @Nullable Sealed note,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The work had never come so far. */
    record ProgressVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProgressReported before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ProgressReported> {}

    /** Work was done on this day. */
    record WorkCompleted(UUID projectId, UUID programmeId, UUID organisationId, String villageId, LocalDate occurredOn)
            implements ProjectEvent {}

    /** Work was never done so. */
    record WorkCompletionVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            WorkCompleted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<WorkCompleted> {}

    /**
     * The work was looked at on this day and found good 验收.
     *
     * @param documentNo of the certificate
     */
    record ProjectAccepted(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The work was never accepted so. */
    record ProjectAcceptanceVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProjectAccepted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ProjectAccepted> {}

    /**
     * The project was given up on this day. What was invested and measured until then stands.
     *
     * @param reason sealed under the project
     */
    record ProjectCancelled(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The project was never given up so. */
    record ProjectCancellationVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ProjectCancelled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<ProjectCancelled> {}

    /**
     * Money from one source was approved for the project on this day: counted once, however far it comes.
     *
     * @param lineId id of this event
     */
    record InvestmentLineAdded(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            UUID lineId,
            InvestmentSource source,
            Money money,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The money or its source is another. */
    record InvestmentLineCorrected(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InvestmentLineAdded before,
            InvestmentLineAdded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Corrects<InvestmentLineAdded> {}

    /** The money was never approved. */
    record InvestmentLineVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InvestmentLineAdded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<InvestmentLineAdded> {}

    /**
     * The money of a line came as far as this on this day.
     *
     * @param source of the line, as it stood
     * @param money of the line, as it stood
     * @param from how far it had come before
     * @param stage how far it has come
     */
    record InvestmentLineAdvanced(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID lineId,
            InvestmentSource source,
            Money money,
            InvestmentStage from,
            InvestmentStage stage,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The money never came so far. */
    record InvestmentLineAdvanceVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InvestmentLineAdvanced before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<InvestmentLineAdvanced> {}

    /**
     * So much of something had been made, laid or planted, as measured on this day.
     *
     * @param quantityId id of this event
     * @param itemName what it is, where the list has no item for it; else what sort of the item
     * @param quantity its unit a code of {@link org.minqing.events.Units}
     */
    record QuantityMeasured(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            UUID quantityId,
            ProjectItem item,
            @Nullable String itemName,
            Quantity quantity,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** It is so much, or of another unit, than was measured. */
    record QuantityCorrected(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            QuantityMeasured before,
            QuantityMeasured after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Corrects<QuantityMeasured> {}

    /** It was never measured. */
    record QuantityVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            QuantityMeasured before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<QuantityMeasured> {}

    /**
     * So many benefit from the project, as counted on this day.
     *
     * @param beneficiariesId id of this event
     * @param quantity whole households or persons
     * @param overlapPossible whether some of them may be counted in another line too, so that lines never add blindly
     */
    record BeneficiariesRecorded(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            UUID beneficiariesId,
            BeneficiaryKind kind,
            Quantity quantity,
            boolean overlapPossible,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** Others, or another number of them, benefit. */
    record BeneficiariesCorrected(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            BeneficiariesRecorded before,
            BeneficiariesRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Corrects<BeneficiariesRecorded> {}

    /** They never were counted. */
    record BeneficiariesVoided(
            UUID projectId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            BeneficiariesRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ProjectEvent, Voids<BeneficiariesRecorded> {}
}
