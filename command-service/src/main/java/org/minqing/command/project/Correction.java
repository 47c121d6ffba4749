package org.minqing.command.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.project.ProjectEvent.BeneficiariesCorrected;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineCorrected;
import org.minqing.events.project.ProjectEvent.ProjectCorrected;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityCorrected;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;

/** Why something was otherwise, and the event that says how. */
record Correction(Sealed reason, @Nullable String reasonCode) {
    ProjectCorrected of(UUID target, ProjectProposed before, ProjectProposed after) {
        return new ProjectCorrected(
                before.projectId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                target,
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    InvestmentLineCorrected of(InvestmentLineAdded before, InvestmentLineAdded after) {
        return new InvestmentLineCorrected(
                before.projectId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.lineId(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    QuantityCorrected of(QuantityMeasured before, QuantityMeasured after) {
        return new QuantityCorrected(
                before.projectId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.quantityId(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    BeneficiariesCorrected of(BeneficiariesRecorded before, BeneficiariesRecorded after) {
        return new BeneficiariesCorrected(
                before.projectId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.beneficiariesId(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }
}
