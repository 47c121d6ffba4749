package org.minqing.query.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.ProjectEvent;
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
import org.minqing.events.project.ProjectKind;

/**
 * A project 帮扶项目 on a day.
 *
 * @param resolution the last one of the villagers
 * @param progress the last report
 * @param invested over all lines
 * @param investedBySource for each source that has a line
 * @param beneficiaries by line: where an overlap is possible they must not be added
 */
record ProjectState(
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
        Status status,
        Milestones milestones,
        @Nullable Resolution resolution,
        @Nullable Contract contract,
        @Nullable Progress progress,
        List<Line> lines,
        Invested invested,
        List<Invested> investedBySource,
        List<Measured> quantities,
        List<Beneficiaries> beneficiaries) {

    enum Status {
        PROPOSED,
        APPROVED,
        AWARDED,
        STARTED,
        COMPLETED,
        ACCEPTED,
        CANCELLED
    }

    record Resolution(
            LocalDate resolvedOn,
            @Nullable Integer participants,
            @Nullable Integer inFavour,
            @Nullable Sealed summary) {}

    record Contract(
            @Nullable Contractor contractor,
            @Nullable Money price,
            @Nullable String documentNo) {}

    record Progress(
            LocalDate reportedOn,
            @Nullable Integer percent,
            @Nullable Sealed note) {}

    record Measured(
            UUID quantityId,
            ProjectItem item,
            @Nullable String itemName,
            Quantity quantity,
            LocalDate measuredOn,
            @Nullable UUID attachmentId) {}

    record Beneficiaries(
            UUID beneficiariesId,
            BeneficiaryKind kind,
            Quantity quantity,
            boolean overlapPossible,
            LocalDate countedOn) {}

    static ProjectState evolve(@Nullable ProjectState state, ProjectEvent event) {
        return switch (event) {
            case ProjectProposed e -> proposed(e);
            case VillagersResolutionRecorded e ->
                known(state).with(new Resolution(e.occurredOn(), e.participants(), e.inFavour(), e.summary()));
            case ProjectApproved e -> known(state).come(Status.APPROVED, e);
            case ContractAwarded e ->
                known(state)
                        .with(new Contract(e.contractor(), e.price(), e.documentNo()))
                        .come(Status.AWARDED, e);
            case WorkStarted e -> known(state).come(Status.STARTED, e);
            case ProgressReported e -> known(state).with(new Progress(e.occurredOn(), e.percent(), e.note()));
            case WorkCompleted e -> known(state).come(Status.COMPLETED, e);
            case ProjectAccepted e -> known(state).come(Status.ACCEPTED, e);
            case ProjectCancelled e -> known(state).come(Status.CANCELLED, e);
            case InvestmentLineAdded e -> known(state).withLines(plus(known(state).lines, Line.added(e)));
            case InvestmentLineAdvanced e ->
                known(state)
                        .withLines(known(state).lines.stream()
                                .map(line -> line.lineId().equals(e.lineId()) ? line.advanced(e) : line)
                                .toList());
            case QuantityMeasured e ->
                known(state)
                        .with(new Measured(
                                e.quantityId(),
                                e.item(),
                                e.itemName(),
                                e.quantity(),
                                e.occurredOn(),
                                e.attachmentId()));
            case BeneficiariesRecorded e ->
                known(state)
                        .with(new Beneficiaries(
                                e.beneficiariesId(), e.kind(), e.quantity(), e.overlapPossible(), e.occurredOn()));
            case Voids<?> e -> known(state);
            case Corrects<?> e -> known(state);
        };
    }

    private static ProjectState proposed(ProjectProposed e) {
        return new ProjectState(
                e.projectId(),
                e.programmeId(),
                e.organisationId(),
                e.villageId(),
                e.officeId(),
                e.taskCode(),
                e.kind(),
                e.name(),
                e.site(),
                e.concernId(),
                Status.PROPOSED,
                Milestones.proposed(e.occurredOn()),
                null,
                null,
                null,
                List.of(),
                Invested.all(List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private static ProjectState known(@Nullable ProjectState state) {
        return Objects.requireNonNull(state);
    }

    private static <T> List<T> plus(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    private ProjectState come(Status next, ProjectEvent e) {
        return course(next, milestones.with(next, e.occurredOn()), resolution, contract, progress);
    }

    private ProjectState with(Resolution resolved) {
        return course(status, milestones, resolved, contract, progress);
    }

    private ProjectState with(Contract awarded) {
        return course(status, milestones, resolution, awarded, progress);
    }

    private ProjectState with(Progress reported) {
        return course(status, milestones, resolution, contract, reported);
    }

    private ProjectState withLines(List<Line> changed) {
        return book(changed, quantities, beneficiaries);
    }

    private ProjectState with(Measured measured) {
        return book(lines, plus(quantities, measured), beneficiaries);
    }

    private ProjectState with(Beneficiaries counted) {
        return book(lines, quantities, plus(beneficiaries, counted));
    }

    private ProjectState course(
            Status come,
            Milestones days,
            @Nullable Resolution resolved,
            @Nullable Contract awarded,
            @Nullable Progress reported) {
        return new ProjectState(
                projectId,
                programmeId,
                organisationId,
                villageId,
                officeId,
                taskCode,
                kind,
                name,
                site,
                concernId,
                come,
                days,
                resolved,
                awarded,
                reported,
                lines,
                invested,
                investedBySource,
                quantities,
                beneficiaries);
    }

    private ProjectState book(List<Line> money, List<Measured> measured, List<Beneficiaries> counted) {
        return new ProjectState(
                projectId,
                programmeId,
                organisationId,
                villageId,
                officeId,
                taskCode,
                kind,
                name,
                site,
                concernId,
                status,
                milestones,
                resolution,
                contract,
                progress,
                money,
                Invested.all(money),
                Invested.bySource(money),
                measured,
                counted);
    }
}
