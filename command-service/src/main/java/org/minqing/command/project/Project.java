package org.minqing.command.project;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.project.Course.Entry;
import org.minqing.command.project.Next.Classed;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectItem;

/**
 * A project 帮扶项目: proposed, approved, given to somebody or not, started, completed, accepted; or cancelled. What is
 * invested, measured and counted of it is entered beside its course, in any order of days from its proposal on.
 */
@Aggregate
class Project {
    @AggregateIdentifier
    private @Nullable String stream;

    private final Course course = new Course();

    Project() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeProject command, Situation situation) {
        UUID projectId = command.projectId() == null ? situation.madeId() : command.projectId();
        LocalDate day = situation.day(command.occurredOn());
        String villageId = Village.id(situation, command.villageCode(), day);
        Responsibility responsible = Origin.responsible(command, situation, villageId, day)
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        if (course.proposal().isPresent()) {
            throw Refusal.alreadyExists("Project", projectId);
        }
        situation.apply(new ProjectProposed(
                projectId,
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.officeId(),
                command.taskCode(),
                command.kind(),
                command.name(),
                command.site(),
                command.concernId(),
                day));
    }

    @CommandHandler
    void handle(CorrectProject command, Situation situation) {
        ProjectProposed before = proposed(command.programmeId(), command.organisationId());
        situation.dayOf(before.occurredOn(), command.occurredOn());
        ProjectProposed after = new ProjectProposed(
                before.projectId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.officeId(),
                before.taskCode(),
                requireNonNullElse(command.kind(), before.kind()),
                requireNonNullElse(command.name(), before.name()),
                command.site() == null ? before.site() : command.site(),
                command.concernId() == null ? before.concernId() : command.concernId(),
                before.occurredOn());
        if (after.equals(before)) {
            return;
        }
        UUID target = course.proposal().orElseThrow().id();
        situation.apply(new Correction(command.reason(), command.reasonCode()).of(target, before, after));
    }

    @CommandHandler
    void handle(VoidProject command, Situation situation) {
        UUID stepId = command.stepId();
        Entry proposal = course.proposal().orElse(null);
        if (proposal == null || stepId != null && course.isVoided(stepId)) {
            return;
        }
        proposed(command.programmeId(), command.organisationId());
        List<Entry> never = course.backTo(stepId == null ? proposal.id() : stepId);
        if (never.isEmpty()) {
            throw Refusal.notFound("ProjectStep", stepId);
        }
        voided(never, command.occurredOn(), new Void(command.reason(), command.reasonCode()), situation);
    }

    @CommandHandler
    void handle(RecordVillagersResolution command, Situation situation) {
        Integer participants = command.participants();
        Integer inFavour = command.inFavour();
        if (participants != null && inFavour != null && inFavour > participants) {
            throw Refusal.invalid("/inFavour", "more-than-took-part", participants);
        }
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        between(Phase.PROPOSED, Phase.APPROVED);
        step(next.resolution(participants, inFavour, command.summary()), situation);
    }

    @CommandHandler
    void handle(ApproveProject command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (course.phase() == Phase.APPROVED) {
            return;
        }
        between(Phase.PROPOSED, Phase.PROPOSED);
        step(next.approval(command.documentNo()), situation);
    }

    @CommandHandler
    void handle(AwardContract command, Situation situation) {
        Money price = command.price() == null ? null : positive("/price/amount", command.price());
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        ProjectEvent award = next.award(
                command.contractor() == null ? null : command.contractor().contractor(), price, command.documentNo());
        if (course.endsWith(award)) {
            return;
        }
        between(Phase.APPROVED, Phase.APPROVED);
        step(award, situation);
    }

    @CommandHandler
    void handle(StartWork command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (course.phase() == Phase.STARTED) {
            return;
        }
        between(Phase.APPROVED, Phase.AWARDED);
        step(next.start(), situation);
    }

    @CommandHandler
    void handle(ReportProgress command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        between(Phase.STARTED, Phase.STARTED);
        step(next.progress(command.percent(), command.note()), situation);
    }

    @CommandHandler
    void handle(CompleteWork command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (course.phase() == Phase.COMPLETED) {
            return;
        }
        between(Phase.STARTED, Phase.STARTED);
        step(next.completion(), situation);
    }

    @CommandHandler
    void handle(AcceptProject command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (course.phase() == Phase.ACCEPTED) {
            return;
        }
        between(Phase.COMPLETED, Phase.COMPLETED);
        step(next.acceptance(command.documentNo()), situation);
    }

    @CommandHandler
    void handle(CancelProject command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (course.phase() == Phase.CANCELLED) {
            return;
        }
        between(Phase.PROPOSED, Phase.STARTED);
        step(next.cancellation(command.reason(), command.reasonCode()), situation);
    }

    @CommandHandler
    void handle(AddInvestmentLine command, Situation situation) {
        Money money = positive("/money/amount", command.money());
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        Classed classed = entered(next, command.officeId(), command.taskCode(), situation);
        situation.apply(id -> next.line(id, classed, command.source(), money));
    }

    @CommandHandler
    void handle(AdvanceInvestmentLine command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        InvestmentLineAdded line = line(command.lineId());
        InvestmentStage stage = course.stage(line.lineId());
        if (command.stage() == stage) {
            return;
        }
        if (command.stage().ordinal() != stage.ordinal() + 1) {
            throw Refusal.conflict("not-the-next-stage", stage, command.stage());
        }
        LocalDate last =
                course.advance(line.lineId()).map(ProjectEvent::occurredOn).orElse(line.occurredOn());
        if (next.day().isBefore(last)) {
            throw Refusal.outOfOrder(last);
        }
        situation.apply(next.advance(line, stage, command.stage()));
    }

    @CommandHandler
    void handle(CorrectInvestmentLine command, Situation situation) {
        Money money = command.money() == null ? null : positive("/money/amount", command.money());
        ProjectProposed of = proposed(command.programmeId(), command.organisationId());
        InvestmentLineAdded before = line(command.lineId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        Next next = new Next(of, day);
        Classed classed = classed(
                next,
                command.officeId() == null ? before.officeId() : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                situation);
        InvestmentLineAdded after = next.line(
                before.lineId(),
                classed,
                requireNonNullElse(command.source(), before.source()),
                requireNonNullElse(money, before.money()));
        if (!after.equals(before)) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(before, after));
        }
    }

    @CommandHandler
    void handle(VoidInvestmentLine command, Situation situation) {
        UUID lineId = command.lineId();
        InvestmentStage stage = requireNonNullElse(command.stage(), InvestmentStage.APPROVED);
        if (course.isVoided(lineId)) {
            return;
        }
        proposed(command.programmeId(), command.organisationId());
        line(lineId);
        UUID target = stage == InvestmentStage.APPROVED
                ? lineId
                : course.advanceTo(lineId, stage).orElse(null);
        if (target == null && course.isTakenBack(lineId, stage)) {
            return;
        }
        if (target == null) {
            throw Refusal.conflict("stage-not-reached", course.stage(lineId), stage);
        }
        voided(
                course.backTo(target),
                command.occurredOn(),
                new Void(command.reason(), command.reasonCode()),
                situation);
    }

    @CommandHandler
    void handle(MeasureQuantity command, Situation situation) {
        if (command.item() == ProjectItem.OTHER && command.itemName() == null) {
            throw Refusal.invalid("/itemName", "required");
        }
        Quantity quantity = Quantities.measured("/quantity", command.quantity());
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        Classed classed = entered(next, command.officeId(), command.taskCode(), situation);
        situation.apply(
                id -> next.quantity(id, classed, command.item(), command.itemName(), quantity, command.attachmentId()));
    }

    /** Unit and all: what was measured in cubic metres may turn out to have been square metres. */
    @CommandHandler
    void handle(CorrectQuantity command, Situation situation) {
        Quantity to = Quantities.measured("/to", command.to());
        ProjectProposed of = proposed(command.programmeId(), command.organisationId());
        QuantityMeasured before = quantity(command.quantityId(), command.item());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        QuantityMeasured after = new Next(of, day)
                .quantity(
                        before.quantityId(),
                        new Classed(before.officeId(), before.taskCode()),
                        before.item(),
                        before.itemName(),
                        to,
                        before.attachmentId());
        if (!after.equals(before)) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(before, after));
        }
    }

    @CommandHandler
    void handle(VoidQuantity command, Situation situation) {
        if (course.isVoided(command.quantityId())) {
            return;
        }
        proposed(command.programmeId(), command.organisationId());
        find(QuantityMeasured.class, "ProjectQuantity", command.quantityId());
        voided(
                course.backTo(command.quantityId()),
                command.occurredOn(),
                new Void(command.reason(), command.reasonCode()),
                situation);
    }

    @CommandHandler
    void handle(RecordBeneficiaries command, Situation situation) {
        Quantity quantity =
                Quantities.counted("/quantity", command.kind(), Quantities.measured("/quantity", command.quantity()));
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        Classed classed = entered(next, command.officeId(), command.taskCode(), situation);
        // teachers and pupils live in households that may be counted as well
        boolean overlap = requireNonNullElse(command.overlapPossible(), command.kind() == BeneficiaryKind.SCHOOL);
        situation.apply(id -> next.beneficiaries(id, classed, command.kind(), quantity, overlap));
    }

    @CommandHandler
    void handle(CorrectBeneficiaries command, Situation situation) {
        ProjectProposed of = proposed(command.programmeId(), command.organisationId());
        BeneficiariesRecorded before = find(BeneficiariesRecorded.class, "Beneficiaries", command.beneficiariesId());
        BeneficiaryKind kind = requireNonNullElse(command.kind(), before.kind());
        Quantity quantity = Quantities.counted(
                "/quantity",
                kind,
                command.quantity() == null ? before.quantity() : Quantities.measured("/quantity", command.quantity()));
        Next next = new Next(of, situation.dayOf(before.occurredOn(), command.occurredOn()));
        Classed classed = classed(
                next,
                command.officeId() == null ? before.officeId() : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                situation);
        BeneficiariesRecorded after = next.beneficiaries(
                before.beneficiariesId(),
                classed,
                kind,
                quantity,
                requireNonNullElse(command.overlapPossible(), before.overlapPossible()));
        if (!after.equals(before)) {
            situation.apply(new Correction(command.reason(), command.reasonCode()).of(before, after));
        }
    }

    @CommandHandler
    void handle(VoidBeneficiaries command, Situation situation) {
        if (course.isVoided(command.beneficiariesId())) {
            return;
        }
        proposed(command.programmeId(), command.organisationId());
        find(BeneficiariesRecorded.class, "Beneficiaries", command.beneficiariesId());
        voided(
                course.backTo(command.beneficiariesId()),
                command.occurredOn(),
                new Void(command.reason(), command.reasonCode()),
                situation);
    }

    private ProjectProposed proposed(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        ProjectProposed proposed =
                course.all(ProjectProposed.class).findFirst().orElseThrow(() -> Refusal.conflict("project-voided"));
        new Responsibility(proposed.programmeId(), proposed.organisationId()).refuseOther(programmeId, organisationId);
        return proposed;
    }

    private Next next(@Nullable UUID programmeId, @Nullable UUID organisationId, LocalDate day) {
        return new Next(proposed(programmeId, organisationId), day);
    }

    /** How far the project must have come, and no further. */
    private void between(Phase first, Phase last) {
        Phase phase = course.phase();
        if (phase == Phase.CANCELLED) {
            throw Refusal.conflict("project-cancelled");
        }
        if (phase.compareTo(first) < 0) {
            throw Refusal.conflict(
                    switch (first) {
                        case STARTED -> "work-not-started";
                        case COMPLETED -> "work-not-completed";
                        default -> "project-not-approved";
                    });
        }
        if (phase.compareTo(last) > 0) {
            throw Refusal.conflict("project-past-this-step", phase);
        }
    }

    /** The day of a step never lies before that of one that stands; the last step said again is none. */
    private void step(ProjectEvent step, Situation situation) {
        if (course.endsWith(step)) {
            return;
        }
        course.lastDay().filter(last -> step.occurredOn().isBefore(last)).ifPresent(last -> {
            throw Refusal.outOfOrder(last);
        });
        situation.apply(step);
    }

    /** Something entered beside the course: not before the project was proposed nor after it was given up. */
    private Classed entered(Next next, @Nullable UUID officeId, @Nullable String taskCode, Situation situation) {
        if (next.day().isBefore(next.of().occurredOn())) {
            throw Refusal.outOfOrder(next.of().occurredOn());
        }
        if (course.all(ProjectCancelled.class).anyMatch(e -> next.day().isAfter(e.occurredOn()))) {
            throw Refusal.conflict("project-cancelled");
        }
        return classed(
                next,
                officeId == null ? next.of().officeId() : officeId,
                taskCode == null ? next.of().taskCode() : taskCode,
                situation);
    }

    private static Classed classed(Next next, @Nullable UUID officeId, @Nullable String taskCode, Situation situation) {
        new Responsibility(next.of().programmeId(), next.of().organisationId())
                .classed(situation, next.day(), officeId, taskCode);
        return new Classed(officeId, taskCode);
    }

    private InvestmentLineAdded line(UUID lineId) {
        return find(InvestmentLineAdded.class, "InvestmentLine", lineId);
    }

    private QuantityMeasured quantity(@Nullable UUID quantityId, ProjectItem item) {
        List<QuantityMeasured> fitting = course.all(QuantityMeasured.class)
                .filter(e -> e.item() == item)
                .filter(e -> quantityId == null || e.quantityId().equals(quantityId))
                .toList();
        if (fitting.isEmpty()) {
            throw Refusal.notFound("ProjectQuantity", quantityId == null ? item : quantityId);
        }
        if (fitting.size() > 1) {
            throw Refusal.invalid("/quantityId", "several-quantities", item);
        }
        return fitting.getFirst();
    }

    private <E extends ProjectEvent> E find(Class<E> sort, String kind, UUID id) {
        return course.find(sort, id).orElseThrow(() -> Refusal.notFound(kind, id));
    }

    /** The last comes first, so that nothing ever stands on what never was. */
    private static void voided(List<Entry> never, @Nullable LocalDate occurredOn, Void why, Situation situation) {
        situation.dayOf(never.getLast().event().occurredOn(), occurredOn);
        never.forEach(entry -> situation.apply(why.of(entry)));
    }

    private static Money positive(String pointer, Money money) {
        if (money.yuan().signum() <= 0) {
            throw Refusal.invalid(pointer, "positive");
        }
        return money;
    }

    @EventSourcingHandler
    void on(ProjectEvent event, @EventId UUID id) {
        stream = "Project-" + event.projectId();
        course.take(id, event);
    }
}
