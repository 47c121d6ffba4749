package org.minqing.command.concern;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernCorrected;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

/** A concern 诉求·意见建议·困难: raised, taken up, given to somebody, resolved or rejected, and confirmed by those who raised it. */
@Aggregate
class Concern {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<ConcernEvent> steps = new StepList<>();

    Concern() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RaiseConcern command, Situation situation) {
        UUID concernId = requireNonNullElse(command.concernId(), situation.madeId());
        ConcernRaised raised = new Raising(situation).raised(command, concernId);
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Concern", concernId);
        }
        situation.apply(raised);
    }

    @CommandHandler
    void handle(CorrectConcern command, Situation situation) {
        ConcernRaised before = standing(situation);
        situation.dayOf(before.occurredOn(), command.occurredOn());
        ConcernRaised after = new Raising(situation).corrected(before, command);
        if (after.equals(before)) {
            return;
        }
        situation.apply(new ConcernCorrected(
                after.concernId(),
                after.programmeId(),
                after.organisationId(),
                after.villageId(),
                steps.all().getFirst().id(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                after.occurredOn()));
    }

    @CommandHandler
    void handle(AcceptConcern command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        LocalDate dueOn = command.dueOn();
        if (dueOn != null && dueOn.isBefore(next.day())) {
            throw Refusal.invalid("/dueOn", "due-before-acceptance", next.day());
        }
        if (phase() == Phase.ACCEPTED && (dueOn == null || dueOn.equals(dueOn()))) {
            return;
        }
        if (phase() != Phase.RAISED) {
            throw Refusal.conflict("concern-already-accepted");
        }
        enter(situation, next.accepted(dueOn));
    }

    @CommandHandler
    void handle(AssignConcern command, Situation situation) {
        Next next = next(command.programmeId(), null, command.occurredOn(), situation);
        Assignee to = Assignee.of(situation, next.day(), command, next.of().organisationId());
        accepted();
        if (phase() == Phase.ASSIGNED && assigned().filter(to::sameAs).isPresent()) {
            return;
        }
        enter(situation, next.assigned(to));
    }

    @CommandHandler
    void handle(ProgressConcern command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        accepted();
        enter(situation, next.progressed(command.text()));
    }

    @CommandHandler
    void handle(EscalateConcern command, Situation situation) {
        Next next = next(command.programmeId(), null, command.occurredOn(), situation);
        UUID organisationId =
                command.organisationId() == null ? leading(situation, next.of()) : command.organisationId();
        Assignee to = Assignee.organisation(situation, next.day(), organisationId, command.officeId());
        open();
        if (command.reason() == null && isBefore(to)) {
            return;
        }
        enter(situation, next.escalated(to, command.reason(), command.reasonCode()));
    }

    @CommandHandler
    void handle(ResolveConcern command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        if (again(Phase.RESOLVED, command.text())) {
            return;
        }
        accepted();
        if (phase() != Phase.ASSIGNED) {
            throw Refusal.conflict("concern-not-assigned");
        }
        enter(situation, next.resolved(command.text()));
    }

    @CommandHandler
    void handle(RejectConcern command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        if (again(Phase.REJECTED, command.reason())) {
            return;
        }
        open();
        enter(situation, next.rejected(command.reason(), command.reasonCode()));
    }

    @CommandHandler
    void handle(ConfirmResolution command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        if (again(Phase.CONFIRMED, command.note())) {
            return;
        }
        if (phase() == Phase.CONFIRMED) {
            throw Refusal.conflict("concern-already-confirmed");
        }
        answered();
        enter(situation, next.confirmed(command.note()));
    }

    @CommandHandler
    void handle(ReopenConcern command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), command.occurredOn(), situation);
        answered();
        enter(situation, next.reopened(command.reason(), command.reasonCode()));
    }

    /** The last step is voided first, so that no step ever stands on one that never was. */
    @CommandHandler
    void handle(VoidConcern command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        belongs(standing(situation), command.programmeId(), command.organisationId());
        Never never = new Never(command.reason(), command.reasonCode());
        steps.undone(situation, "Concern", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    /** The concern as it stands by its last correction; 409 where it is voided, 403 where it is not the cadre's to see to. */
    private ConcernRaised standing(Situation situation) {
        ConcernRaised raised =
                steps.last(ConcernRaised.class).map(Step::event).orElseThrow(() -> Refusal.conflict("concern-voided"));
        new Own(situation).seeingTo(raised, assigned());
        return raised;
    }

    private Next next(
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            @Nullable LocalDate occurredOn,
            Situation situation) {
        LocalDate day = situation.day(occurredOn);
        return new Next(belongs(standing(situation), programmeId, organisationId), day);
    }

    private static ConcernRaised belongs(
            ConcernRaised raised, @Nullable UUID programmeId, @Nullable UUID organisationId) {
        new Responsibility(raised.programmeId(), raised.organisationId()).refuseOther(programmeId, organisationId);
        return raised;
    }

    private void enter(Situation situation, ConcernEvent step) {
        if (!steps.isEmpty() && steps.all().getLast().event().equals(step)) {
            return;
        }
        steps.notBefore(step.occurredOn());
        situation.apply(step);
    }

    private Phase phase() {
        return Phase.of(steps.all());
    }

    /** The step was taken already, and there is nothing to add to it. */
    private boolean again(Phase already, @Nullable Sealed words) {
        return phase() == already && words == null;
    }

    private void open() {
        if (!phase().open()) {
            throw Refusal.conflict("concern-answered", phase());
        }
    }

    private void accepted() {
        open();
        if (phase() == Phase.RAISED) {
            throw Refusal.conflict("concern-not-accepted");
        }
    }

    private void answered() {
        if (phase().open()) {
            throw Refusal.conflict("concern-not-answered");
        }
    }

    private Optional<ConcernAssigned> assigned() {
        return steps.last(ConcernAssigned.class).map(Step::event);
    }

    /** Whether the concern lies before them already. */
    private boolean isBefore(Assignee to) {
        return steps.last(ConcernEscalated.class)
                .map(Step::event)
                .filter(e -> e.toOrganisationId().equals(to.organisationId())
                        && Objects.equals(e.toOfficeId(), to.officeId()))
                .isPresent();
    }

    private @Nullable LocalDate dueOn() {
        LocalDate dueOn = null;
        for (Step<ConcernEvent> step : steps.all()) {
            dueOn = switch (step.event()) {
                case ConcernRaised e -> e.dueOn();
                case ConcernAccepted e -> e.dueOn() == null ? dueOn : e.dueOn();
                case ConcernReopened e -> e.dueOn();
                default -> dueOn;
            };
        }
        return dueOn;
    }

    /** The organisation that leads the programme. */
    private static UUID leading(Situation situation, ConcernRaised raised) {
        ProgrammeLaunched launched = situation
                .references()
                .require(ProgrammeRef.KIND, raised.programmeId())
                .launched();
        return launched == null ? raised.organisationId() : launched.organisationId();
    }

    @EventSourcingHandler
    void on(ConcernEvent event, @EventId UUID id) {
        stream = "Concern-" + event.concernId();
        steps.take(id, event);
    }
}
