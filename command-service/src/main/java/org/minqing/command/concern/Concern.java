package org.minqing.command.concern;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Source;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

/** A concern 诉求·意见建议·困难: raised, taken up, given to somebody, resolved or rejected, and confirmed by those who raised it. */
class Concern extends ProcessAggregate<ConcernEvent> {
    static final Transitions<ConcernEvent> TRANSITIONS = new Transitions<ConcernEvent>(ConcernRaised.class)
            .step(ConcernAccepted.class)
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .onlyAfter("concern-already-accepted", ConcernRaised.class)
            .step(ConcernAssigned.class)
            .notAfter("concern-not-accepted", ConcernRaised.class)
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .step(ConcernProgressed.class)
            .beside()
            .notAfter("concern-not-accepted", ConcernRaised.class)
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .step(ConcernEscalated.class)
            .beside()
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .step(ConcernResolved.class)
            .notAfter("concern-not-accepted", ConcernRaised.class)
            .notAfter("concern-not-assigned", ConcernAccepted.class)
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .step(ConcernRejected.class)
            .notAfter("concern-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .step(ResolutionConfirmed.class)
            .notAfter("concern-already-confirmed", ResolutionConfirmed.class)
            .onlyAfter("concern-not-answered", ConcernResolved.class, ConcernRejected.class)
            .step(ConcernReopened.class)
            .onlyAfter("concern-not-answered", ConcernResolved.class, ConcernRejected.class, ResolutionConfirmed.class)
            .end();

    Concern() {
        super(TRANSITIONS);
    }

    void handle(ConcernCommand.RaiseConcern command, DecisionContext situation) {
        LocalDate day = situation.day();
        String villageId = Village.id(situation, command.villageCode(), day);
        List<Integer> groups = Refusal.refuseRepeated("/groups", requireNonNullElse(command.groups(), List.of()));
        Source source = command.source() == null ? null : command.source().existing(situation);
        if (command.householdId() != null) {
            livesThere(situation, command.householdId(), villageId, day);
        }
        UUID cadreId = takenDownBy(situation, command.cadreId(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        Topic of = new Topic(
                requireNonNullElse(command.concernId(), situation.madeId()),
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.officeId(),
                command.taskCode(),
                command.kind());
        ConcernRaised raised = new ConcernRaised(
                of, groups, command.householdId(), cadreId, source, command.text(), due(command.kind(), day), day);
        new ConcernRights(situation).raising(raised);
        situation.enter(raised);
    }

    void handle(ConcernCommand.AcceptConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        LocalDate day = situation.day();
        if (command.dueOn() != null && command.dueOn().isBefore(day)) {
            throw Refusal.invalid("/dueOn", "due-before-acceptance", day);
        }
        situation.enter(new ConcernAccepted(raised.of(), raised.householdId(), command.dueOn(), day));
    }

    void handle(ConcernCommand.AssignConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        LocalDate day = situation.day();
        Assignee to = Assignee.of(situation, day, command, raised.of().organisationId());
        situation.enter(new ConcernAssigned(
                raised.of(), raised.householdId(), to.cadreId(), to.organisationId(), to.officeId(), day));
    }

    void handle(ConcernCommand.ProgressConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        situation.enter(new ConcernProgressed(raised.of(), raised.householdId(), command.text(), situation.day()));
    }

    void handle(ConcernCommand.EscalateConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        LocalDate day = situation.day();
        UUID organisationId =
                command.organisationId() == null ? leading(situation, raised.of()) : command.organisationId();
        Assignee to = Assignee.organisation(situation, day, organisationId, command.officeId());
        situation.enter(new ConcernEscalated(
                raised.of(),
                raised.householdId(),
                to.organisationId(),
                to.officeId(),
                situation.reasonIfGiven(),
                situation.reasonCode(),
                day));
    }

    void handle(ConcernCommand.ResolveConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        situation.enter(new ConcernResolved(raised.of(), raised.householdId(), command.text(), situation.day()));
    }

    void handle(ConcernCommand.RejectConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        situation.enter(new ConcernRejected(
                raised.of(), raised.householdId(), command.reason(), command.reasonCode(), situation.day()));
    }

    void handle(ConcernCommand.ConfirmResolution command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        situation.enter(new ResolutionConfirmed(raised.of(), raised.householdId(), command.note(), situation.day()));
    }

    void handle(ConcernCommand.ReopenConcern command, DecisionContext situation) {
        ConcernRaised raised = seenTo(situation);
        LocalDate day = situation.day();
        situation.enter(new ConcernReopened(
                raised.of(),
                raised.householdId(),
                due(raised.of().kind(), day),
                situation.reasonIfGiven(),
                situation.reasonCode(),
                day));
    }

    /** A household and a village are that of every step. */
    @Override
    public void check(StreamEntry<ConcernEvent> entry) {
        super.check(entry);
        ConcernEvent event = entry.event();
        if (!(event instanceof ConcernRaised)
                && (!Objects.equals(event.householdId(), raised().householdId())
                        || !event.of().villageId().equals(raised().of().villageId()))) {
            throw Refusal.conflict("concern-raised-otherwise");
        }
        if (event instanceof ConcernResolved
                && steps.last(ConcernAssigned.class).isEmpty()) {
            throw Refusal.conflict("concern-not-assigned");
        }
    }

    /** An answer without another word, an acceptance without another day, an assignment to the same. */
    @Override
    public boolean repeats(ConcernEvent event) {
        return super.repeats(event)
                || switch (event) {
                    case ConcernAccepted e ->
                        accepted() && (e.dueOn() == null || e.dueOn().equals(dueOn()));
                    case ConcernAssigned e ->
                        assigned()
                                .filter(before -> before.toOrganisationId().equals(e.toOrganisationId())
                                        && Objects.equals(before.toOfficeId(), e.toOfficeId())
                                        && Objects.equals(before.toCadreId(), e.toCadreId()))
                                .isPresent();
                    case ConcernEscalated e ->
                        e.reason() == null
                                && open()
                                && steps.last(ConcernEscalated.class)
                                        .filter(before ->
                                                before.toOrganisationId().equals(e.toOrganisationId())
                                                        && Objects.equals(before.toOfficeId(), e.toOfficeId()))
                                        .isPresent();
                    case ConcernResolved e -> e.text() == null && steps.stage() instanceof ConcernResolved;
                    case ConcernRejected e -> e.reason() == null && steps.stage() instanceof ConcernRejected;
                    case ResolutionConfirmed e -> e.note() == null && steps.stage() instanceof ResolutionConfirmed;
                    case ConcernRaised e -> false;
                    case ConcernProgressed e -> false;
                    case ConcernReopened e -> false;
                };
    }

    /** Given to nobody else it is its own organisation's, and what is taken up again is due as its kind says. */
    @Override
    public ConcernEvent retold(ConcernEvent event, StreamAggregate<ConcernEvent> former) {
        if (steps.isEmpty() || ((Concern) former).steps.isEmpty()) {
            return event;
        }
        Topic was = ((Concern) former).raised().of();
        Topic is = raised().of();
        return switch (event) {
            case ConcernAssigned e
            when e.toCadreId() == null
                    && e.toOfficeId() == null
                    && e.toOrganisationId().equals(was.organisationId()) ->
                new ConcernAssigned(e.of(), e.householdId(), null, is.organisationId(), null, e.occurredOn());
            case ConcernReopened e ->
                new ConcernReopened(
                        e.of(),
                        e.householdId(),
                        due(is.kind(), e.occurredOn()),
                        e.reason(),
                        e.reasonCode(),
                        e.occurredOn());
            default -> event;
        };
    }

    @Override
    public void requireAmendable(StreamEntry<ConcernEvent> entry, DecisionContext situation) {
        seenTo(situation);
    }

    /** The concern as it stands; 409 where it is voided, 403 where it is not the cadre's to see to. */
    private ConcernRaised seenTo(DecisionContext situation) {
        ConcernRaised raised = raised();
        new ConcernRights(situation).seeingTo(raised, steps.last(ConcernAssigned.class));
        return raised;
    }

    private ConcernRaised raised() {
        return (ConcernRaised) steps.begun();
    }

    /** Somebody waits for an answer. */
    private boolean open() {
        return !(steps.stage() instanceof ConcernResolved
                || steps.stage() instanceof ConcernRejected
                || steps.stage() instanceof ResolutionConfirmed);
    }

    private boolean accepted() {
        return steps.stage() instanceof ConcernAccepted
                || steps.stage() instanceof ConcernReopened && assigned().isEmpty();
    }

    /** Whom it lies with: once it is reopened, with whoever saw to it before. */
    private Optional<ConcernAssigned> assigned() {
        return steps.stage() instanceof ConcernAssigned || steps.stage() instanceof ConcernReopened
                ? steps.last(ConcernAssigned.class)
                : Optional.empty();
    }

    private LocalDate dueOn() {
        LocalDate dueOn = raised().dueOn();
        for (StreamEntry<ConcernEvent> step : steps.all(ConcernEvent.class)) {
            if (step.event() instanceof ConcernAccepted e && e.dueOn() != null) {
                dueOn = e.dueOn();
            } else if (step.event() instanceof ConcernReopened e) {
                dueOn = e.dueOn();
            }
        }
        return dueOn;
    }

    /** The last day for an answer, counted from the day on which the concern was raised, or taken up again. */
    private static LocalDate due(ConcernKind kind, LocalDate from) {
        return from.plusDays(
                switch (kind) {
                    case OPINION, SUGGESTION -> 30;
                    case DIFFICULTY -> 15;
                    case REQUEST -> 60;
                });
    }

    private static @Nullable UUID takenDownBy(DecisionContext situation, @Nullable UUID given, LocalDate day) {
        Caller caller = situation.caller();
        UUID cadreId = given == null && caller.ownOnly() ? caller.cadreId() : given;
        if (cadreId != null) {
            InForce.cadre(situation, cadreId, day);
        }
        return cadreId;
    }

    private static void livesThere(DecisionContext situation, UUID householdId, String villageId, LocalDate day) {
        Home home = InForce.home(situation, householdId, day);
        if (!home.villageId().equals(villageId)) {
            throw Refusal.invalid("/householdId", "lives-elsewhere", householdId, home.villageId());
        }
    }

    /** The organisation that leads the programme. */
    private static UUID leading(DecisionContext situation, Topic of) {
        ProgrammeLaunched launched = situation
                .references()
                .require(ProgrammeRef.KIND, of.programmeId())
                .launched();
        return launched == null ? of.organisationId() : launched.of().organisationId();
    }
}
