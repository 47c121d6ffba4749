package org.minqing.command.project;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.Steps;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.form.Amounts;
import org.minqing.command.platform.form.NameInput;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.Contractor;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Step;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;

/**
 * A project 帮扶项目: proposed, approved, given to somebody or not, started, completed, accepted; or cancelled. What is
 * invested, measured and counted of it is entered beside its course, in any order of days from its proposal on.
 */
class Project implements StreamAggregate<ProjectEvent> {
    private static final String CANCELLED = "project-cancelled";
    private static final String PAST = "project-past-this-step";

    static final Transitions<ProjectEvent> TRANSITIONS = new Transitions<ProjectEvent>(ProjectProposed.class)
            .step(VillagersResolutionRecorded.class)
            .beside()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .onlyAfter(PAST, ProjectProposed.class, ProjectApproved.class)
            .step(ProjectApproved.class)
            .once()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .onlyAfter(PAST, ProjectProposed.class)
            .step(ContractAwarded.class)
            .notAfter(CANCELLED, ProjectCancelled.class)
            .notAfter("project-not-approved", ProjectProposed.class)
            .onlyAfter(PAST, ProjectApproved.class)
            .step(WorkStarted.class)
            .once()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .notAfter("project-not-approved", ProjectProposed.class)
            .onlyAfter(PAST, ProjectApproved.class, ContractAwarded.class)
            .step(ProgressReported.class)
            .beside()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .notAfter("work-not-started", ProjectProposed.class, ProjectApproved.class, ContractAwarded.class)
            .onlyAfter(PAST, WorkStarted.class)
            .step(WorkCompleted.class)
            .once()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .notAfter("work-not-started", ProjectProposed.class, ProjectApproved.class, ContractAwarded.class)
            .onlyAfter(PAST, WorkStarted.class)
            .step(ProjectAccepted.class)
            .once()
            .notAfter(CANCELLED, ProjectCancelled.class)
            .onlyAfter("work-not-completed", WorkCompleted.class)
            .step(ProjectCancelled.class)
            .once()
            .notAfter(PAST, WorkCompleted.class, ProjectAccepted.class)
            .end();

    private final Steps<ProjectEvent> steps = new Steps<>("Project", TRANSITIONS);
    private final Map<UUID, Line> lines = new HashMap<>();
    /** Last day of which anything was invested, measured or counted: the project is not given up before it. */
    private LocalDate lastCounted = LocalDate.MIN;

    /** How far the money of a line has come, and on which day. */
    private record Line(Investment investment, InvestmentStage stage, LocalDate since) {}

    void handle(ProjectCommand.ProposeProject command, DecisionContext situation) {
        LocalDate day = situation.day();
        String villageId = Village.id(situation, command.villageCode(), day);
        if (command.concernId() != null) {
            situation.references().requireStanding("Concern", command.concernId());
        }
        Responsibility responsible = responsible(command, situation, villageId, day)
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        situation.enter(new ProjectProposed(
                new Undertaking(
                        requireNonNullElse(command.projectId(), situation.madeId()),
                        responsible.programmeId(),
                        responsible.organisationId(),
                        villageId),
                new Classification(command.officeId(), command.taskCode()),
                new Plan(command.kind(), command.name(), command.site(), command.concernId()),
                day));
    }

    /** What the command leaves out comes from the concern, else from the village. */
    private static Responsibility responsible(
            ProjectCommand.ProposeProject command, DecisionContext situation, String villageId, LocalDate day) {
        return Optional.ofNullable(command.concernId())
                .flatMap(id -> situation.references().begun("Concern", id))
                .map(concern -> Responsibility.in(
                        situation,
                        villageId,
                        day,
                        command.programmeId() == null ? concern.programme() : command.programmeId(),
                        command.organisationId() == null ? concern.organisation() : command.organisationId()))
                .orElseGet(() ->
                        Responsibility.in(situation, villageId, day, command.programmeId(), command.organisationId()));
    }

    void handle(ProjectCommand.RecordVillagersResolution command, DecisionContext situation) {
        Integer participants = command.participants();
        Integer inFavour = command.inFavour();
        if (participants != null && inFavour != null && inFavour > participants) {
            throw Refusal.invalid("/inFavour", "more-than-took-part", participants);
        }
        situation.enter(
                new VillagersResolutionRecorded(of(), participants, inFavour, command.summary(), situation.day()));
    }

    void handle(ProjectCommand.ApproveProject command, DecisionContext situation) {
        situation.enter(new ProjectApproved(of(), command.documentNo(), situation.day()));
    }

    void handle(ProjectCommand.AwardContract command, DecisionContext situation) {
        NameInput contractor = command.contractor();
        situation.enter(new ContractAwarded(
                of(),
                contractor == null ? null : new Contractor(contractor.id(), contractor.name()),
                command.price() == null ? null : Amounts.positive("/price/amount", command.price()),
                command.documentNo(),
                situation.day()));
    }

    void handle(ProjectCommand.StartWork command, DecisionContext situation) {
        situation.enter(new WorkStarted(of(), situation.day()));
    }

    void handle(ProjectCommand.ReportProgress command, DecisionContext situation) {
        situation.enter(new ProgressReported(of(), command.percent(), command.note(), situation.day()));
    }

    void handle(ProjectCommand.CompleteWork command, DecisionContext situation) {
        situation.enter(new WorkCompleted(of(), situation.day()));
    }

    void handle(ProjectCommand.AcceptProject command, DecisionContext situation) {
        situation.enter(new ProjectAccepted(of(), command.documentNo(), situation.day()));
    }

    void handle(ProjectCommand.CancelProject command, DecisionContext situation) {
        situation.enter(new ProjectCancelled(of(), situation.reasonIfGiven(), situation.reasonCode(), situation.day()));
    }

    void handle(ProjectCommand.AddInvestmentLine command, DecisionContext situation) {
        Money money = Amounts.positive(command.money());
        Classification classification = classification(command.officeId(), command.taskCode(), situation);
        situation.enter(id -> new InvestmentLineAdded(
                of(), classification, new Investment(id, command.source(), money), situation.day()));
    }

    void handle(ProjectCommand.AdvanceInvestmentLine command, DecisionContext situation) {
        Undertaking of = of();
        Line line = line(command.lineId());
        situation.enter(
                new InvestmentLineAdvanced(of, line.investment(), line.stage(), command.stage(), situation.day()));
    }

    void handle(ProjectCommand.MeasureQuantity command, DecisionContext situation) {
        if (command.item() == ProjectItem.OTHER && command.itemName() == null) {
            throw Refusal.invalid("/itemName", "required");
        }
        Quantity quantity = Quantities.usual(
                "/quantity",
                command.item(),
                Quantities.measured("/quantity", command.quantity()),
                command.confirmUnit());
        Classification classification = classification(command.officeId(), command.taskCode(), situation);
        situation.enter(id -> new QuantityMeasured(
                of(),
                classification,
                id,
                command.item(),
                command.itemName(),
                quantity,
                command.attachmentId(),
                situation.day()));
    }

    void handle(ProjectCommand.RecordBeneficiaries command, DecisionContext situation) {
        Quantity quantity =
                Quantities.counted("/quantity", command.kind(), Quantities.measured("/quantity", command.quantity()));
        Classification classification = classification(command.officeId(), command.taskCode(), situation);
        // teachers and pupils live in households that may be counted as well
        boolean overlap = requireNonNullElse(command.overlapPossible(), command.kind() == BeneficiaryKind.SCHOOL);
        situation.enter(id -> new BeneficiariesRecorded(
                of(), classification, id, command.kind(), quantity, overlap, situation.day()));
    }

    private Classification classification(
            @Nullable UUID officeId, @Nullable String taskCode, DecisionContext situation) {
        Classification proposed = proposed().classification();
        Classification classification = new Classification(
                officeId == null ? proposed.officeId() : officeId, taskCode == null ? proposed.taskCode() : taskCode);
        new Responsibility(of().programmeId(), of().organisationId())
                .classed(situation, situation.day(), classification.officeId(), classification.taskCode());
        return classification;
    }

    private ProjectProposed proposed() {
        return (ProjectProposed) steps.begun();
    }

    private Undertaking of() {
        return steps.begun().of();
    }

    private Line line(UUID lineId) {
        Line line = lines.get(lineId);
        if (line == null) {
            throw Refusal.notFound("InvestmentLine", lineId);
        }
        return line;
    }

    @Override
    public void check(StreamEntry<ProjectEvent> entry) {
        ProjectEvent event = entry.event();
        if (!(event instanceof ProjectProposed) && !event.of().equals(of())) {
            throw Refusal.conflict("project-belongs-elsewhere");
        }
        switch (event) {
            case InvestmentLineAdded e -> requireWithin(e);
            case QuantityMeasured e -> requireWithin(e);
            case BeneficiariesRecorded e -> requireWithin(e);
            case InvestmentLineAdvanced e -> requireNext(e);
            case ProjectCancelled e -> {
                steps.check(entry);
                Refusal.refuseBefore(lastCounted, e.occurredOn());
            }
            case Step e -> steps.check(entry);
        }
    }

    /** What is invested, measured and counted is counted as the project is, unless it was said otherwise. */
    @Override
    public ProjectEvent retold(ProjectEvent event, StreamAggregate<ProjectEvent> former) {
        if (steps.isEmpty() || ((Project) former).steps.isEmpty()) {
            return event;
        }
        Classification was = ((Project) former).proposed().classification();
        return switch (event) {
            case InvestmentLineAdded e ->
                new InvestmentLineAdded(e.of(), retold(e.classification(), was), e.investment(), e.occurredOn());
            case QuantityMeasured e ->
                new QuantityMeasured(
                        e.of(),
                        retold(e.classification(), was),
                        e.quantityId(),
                        e.item(),
                        e.itemName(),
                        e.quantity(),
                        e.attachmentId(),
                        e.occurredOn());
            case BeneficiariesRecorded e ->
                new BeneficiariesRecorded(
                        e.of(),
                        retold(e.classification(), was),
                        e.beneficiariesId(),
                        e.kind(),
                        e.quantity(),
                        e.overlapPossible(),
                        e.occurredOn());
            case InvestmentLineAdvanced e -> e;
            case Step e -> e;
        };
    }

    private Classification retold(Classification said, Classification was) {
        Classification is = proposed().classification();
        return new Classification(
                Objects.equals(said.officeId(), was.officeId()) ? is.officeId() : said.officeId(),
                Objects.equals(said.taskCode(), was.taskCode()) ? is.taskCode() : said.taskCode());
    }

    /** Not after the project was given up. */
    private void requireWithin(ProjectEvent event) {
        if (steps.last(ProjectCancelled.class)
                .filter(e -> event.occurredOn().isAfter(e.occurredOn()))
                .isPresent()) {
            throw Refusal.conflict(CANCELLED);
        }
    }

    private void requireNext(InvestmentLineAdvanced event) {
        Line line = line(event.investment().lineId());
        if (event.from() != line.stage()
                || event.stage().ordinal() != line.stage().ordinal() + 1) {
            throw Refusal.conflict("not-the-next-stage", line.stage(), event.stage());
        }
        Refusal.refuseBefore(line.since(), event.occurredOn());
    }

    @Override
    public void on(StreamEntry<ProjectEvent> entry) {
        switch (entry.event()) {
            case InvestmentLineAdded e -> {
                lines.put(e.investment().lineId(), new Line(e.investment(), InvestmentStage.APPROVED, e.occurredOn()));
                counted(e);
            }
            case InvestmentLineAdvanced e ->
                lines.computeIfPresent(
                        e.investment().lineId(), (id, line) -> new Line(line.investment(), e.stage(), e.occurredOn()));
            case QuantityMeasured e -> counted(e);
            case BeneficiariesRecorded e -> counted(e);
            case Step e -> steps.on(entry);
        }
    }

    private void counted(ProjectEvent event) {
        lastCounted = event.occurredOn().isAfter(lastCounted) ? event.occurredOn() : lastCounted;
    }

    @Override
    public boolean repeats(ProjectEvent event) {
        return switch (event) {
            case InvestmentLineAdded e -> false;
            case QuantityMeasured e -> false;
            case BeneficiariesRecorded e -> false;
            case InvestmentLineAdvanced e -> e.stage() == e.from();
            case ContractAwarded e -> !steps.isEmpty() && steps.stage().equals(e);
            case Step e -> steps.repeats(e);
        };
    }
}
