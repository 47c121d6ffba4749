package org.minqing.query.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;
import org.minqing.query.platform.view.Dimensions;

/**
 * A project 帮扶项目 on a day.
 *
 * @param resolution the last one of the villagers
 * @param progress the last report
 */
record ProjectState(
        Undertaking of,
        Classification classification,
        Plan plan,
        Status status,
        Milestones milestones,
        @Nullable Resolution resolution,
        @Nullable Contract contract,
        @Nullable Progress progress,
        @JsonUnwrapped Book book) {

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

    /**
     * What is counted of a project.
     *
     * @param invested over all lines
     * @param investedBySource for each source that has a line
     * @param beneficiaries by line: where an overlap is possible they must not be added
     */
    record Book(
            List<Line> lines,
            Invested invested,
            List<Invested> investedBySource,
            List<Measured> quantities,
            List<Beneficiaries> beneficiaries) {
        static final Book EMPTY = of(List.of(), List.of(), List.of());

        private static Book of(List<Line> lines, List<Measured> quantities, List<Beneficiaries> beneficiaries) {
            return new Book(lines, Invested.all(lines), Invested.bySource(lines), quantities, beneficiaries);
        }

        Book with(Line line) {
            return of(plus(lines, line), quantities, beneficiaries);
        }

        Book with(InvestmentLineAdvanced e) {
            UUID lineId = e.investment().lineId();
            return of(
                    lines.stream()
                            .map(line -> line.investment().lineId().equals(lineId) ? line.advanced(e) : line)
                            .toList(),
                    quantities,
                    beneficiaries);
        }

        Book with(Measured measured) {
            return of(lines, plus(quantities, measured), beneficiaries);
        }

        Book with(Beneficiaries counted) {
            return of(lines, quantities, plus(beneficiaries, counted));
        }

        private static <T> List<T> plus(List<T> some, T one) {
            return Stream.concat(some.stream(), Stream.of(one)).toList();
        }
    }

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

    static ProjectState proposed(ProjectProposed e) {
        return new ProjectState(
                e.of(),
                e.classification(),
                e.plan(),
                Status.PROPOSED,
                Milestones.proposed(e.occurredOn()),
                null,
                null,
                null,
                Book.EMPTY);
    }

    ProjectState after(ProjectEvent event) {
        return switch (event) {
            case ProjectProposed e -> proposed(e);
            case VillagersResolutionRecorded e ->
                course(
                        status,
                        milestones,
                        new Resolution(e.occurredOn(), e.participants(), e.inFavour(), e.summary()),
                        contract,
                        progress);
            case ProjectApproved e -> come(Status.APPROVED, e);
            case ContractAwarded e ->
                course(
                        Status.AWARDED,
                        milestones.with(Status.AWARDED, e.occurredOn()),
                        resolution,
                        new Contract(e.contractor(), e.price(), e.documentNo()),
                        progress);
            case WorkStarted e -> come(Status.STARTED, e);
            case ProgressReported e ->
                course(status, milestones, resolution, contract, new Progress(e.occurredOn(), e.percent(), e.note()));
            case WorkCompleted e -> come(Status.COMPLETED, e);
            case ProjectAccepted e -> come(Status.ACCEPTED, e);
            case ProjectCancelled e -> come(Status.CANCELLED, e);
            case InvestmentLineAdded e -> with(book.with(Line.added(e)));
            case InvestmentLineAdvanced e -> with(book.with(e));
            case QuantityMeasured e ->
                with(book.with(new Measured(
                        e.quantityId(), e.item(), e.itemName(), e.quantity(), e.occurredOn(), e.attachmentId())));
            case BeneficiariesRecorded e ->
                with(book.with(new Beneficiaries(
                        e.beneficiariesId(), e.kind(), e.quantity(), e.overlapPossible(), e.occurredOn())));
        };
    }

    private ProjectState come(Status next, ProjectEvent e) {
        return course(next, milestones.with(next, e.occurredOn()), resolution, contract, progress);
    }

    private ProjectState course(
            Status come,
            Milestones days,
            @Nullable Resolution resolved,
            @Nullable Contract awarded,
            @Nullable Progress reported) {
        return new ProjectState(of, classification, plan, come, days, resolved, awarded, reported, book);
    }

    private ProjectState with(Book counted) {
        return new ProjectState(of, classification, plan, status, milestones, resolution, contract, progress, counted);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(status).kind(plan.kind());
    }
}
