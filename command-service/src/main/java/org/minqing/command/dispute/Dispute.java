package org.minqing.command.dispute;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Person;
import org.minqing.events.Source;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeEvent.ReturnVisitRecorded;
import org.minqing.events.dispute.DisputeOutcome;

/** A dispute 矛盾纠纷 among villagers: registered, mediated, agreed or failed, resolved. */
class Dispute extends ProcessAggregate<DisputeEvent> {
    static final Transitions<DisputeEvent> TRANSITIONS = new Transitions<DisputeEvent>(DisputeRegistered.class)
            .step(MediationAccepted.class)
            .once()
            .onlyAfter("mediation-already-accepted", DisputeRegistered.class)
            .step(MediationSessionHeld.class)
            .notAfter("mediation-not-accepted", DisputeRegistered.class)
            .onlyAfter("mediation-concluded", MediationAccepted.class, MediationSessionHeld.class)
            .step(MediationAgreementReached.class)
            .notAfter("mediation-not-accepted", DisputeRegistered.class)
            .notAfter("no-session-held", MediationAccepted.class)
            .onlyAfter("mediation-concluded", MediationSessionHeld.class)
            .step(MediationFailed.class)
            .notAfter("mediation-not-accepted", DisputeRegistered.class)
            .notAfter("no-session-held", MediationAccepted.class)
            .onlyAfter("mediation-concluded", MediationSessionHeld.class)
            .step(DisputeResolved.class)
            .notAfter("dispute-already-resolved", DisputeResolved.class)
            .onlyAfter("dispute-not-settled", MediationAgreementReached.class, MediationFailed.class)
            .step(PerformanceRecorded.class)
            .beside()
            .onlyAfter("no-agreement", MediationAgreementReached.class, DisputeResolved.class)
            .step(JudicialConfirmationApplied.class)
            .beside()
            .onlyAfter("no-agreement", MediationAgreementReached.class, DisputeResolved.class)
            .step(CourtDecisionRecorded.class)
            .beside()
            .onlyAfter("court-not-asked", MediationAgreementReached.class, DisputeResolved.class)
            .step(ReturnVisitRecorded.class)
            .beside()
            .onlyAfter(
                    "mediation-not-concluded",
                    MediationAgreementReached.class,
                    MediationFailed.class,
                    DisputeResolved.class)
            .end();

    /** Law on People's Mediation, article 33: a court may be asked within 30 days of the agreement's taking effect. */
    private static final int DAYS_TO_ASK_A_COURT = 30;

    Dispute() {
        super(TRANSITIONS);
    }

    void handle(DisputeCommand.RegisterDispute command, DecisionContext situation) {
        LocalDate day = situation.day();
        String villageId = Village.id(situation, command.villageCode(), day);
        Refusal.refuseRepeated(
                "/parties", command.parties().stream().map(PersonInput::id).toList());
        Source source = command.source() == null ? null : command.source().existing(situation);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        Case of = new Case(
                requireNonNullElse(command.disputeId(), situation.madeId()),
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.officeId(),
                command.taskCode(),
                command.kind());
        List<Person> parties =
                command.parties().stream().map(PersonInput::person).toList();
        situation.enter(new DisputeRegistered(of, parties, command.facts(), source, day));
    }

    void handle(DisputeCommand.AcceptMediation command, DecisionContext situation) {
        situation.enter(new MediationAccepted(of(), situation.day()));
    }

    void handle(DisputeCommand.HoldMediationSession command, DecisionContext situation) {
        situation.enter(new MediationSessionHeld(of(), lastSession() + 1, command.summary(), situation.day()));
    }

    void handle(DisputeCommand.ReachMediationAgreement command, DecisionContext situation) {
        LocalDate day = situation.day();
        LocalDate effectiveOn = requireNonNullElse(command.effectiveOn(), day);
        if (effectiveOn.isBefore(day)) {
            throw Refusal.invalid("/effectiveOn", "before-the-agreement", day);
        }
        if (effectiveOn.isAfter(situation.today())) {
            throw Refusal.invalid("/effectiveOn", "in-the-future", situation.today());
        }
        situation.enter(new MediationAgreementReached(
                of(),
                lastSession(),
                command.terms(),
                Boolean.TRUE.equals(command.oral()),
                effectiveOn,
                command.attachmentId(),
                day));
    }

    void handle(DisputeCommand.RecordFailedMediation command, DecisionContext situation) {
        situation.enter(
                new MediationFailed(of(), lastSession(), situation.reason(), situation.reasonCode(), situation.day()));
    }

    void handle(DisputeCommand.ResolveDispute command, DecisionContext situation) {
        situation.enter(new DisputeResolved(of(), command.outcome(), parties().size(), situation.day()));
    }

    void handle(DisputeCommand.RecordPerformance command, DecisionContext situation) {
        situation.enter(new PerformanceRecorded(of(), command.performance(), command.note(), situation.day()));
    }

    void handle(DisputeCommand.ApplyForJudicialConfirmation command, DecisionContext situation) {
        List<UUID> parties = parties();
        if (command.applicantIds() != null
                && !Set.copyOf(command.applicantIds()).equals(Set.copyOf(parties))) {
            throw Refusal.invalid("/applicantIds", "not-every-party");
        }
        situation.enter(new JudicialConfirmationApplied(
                of(), agreement().effectiveOn(), parties, command.court(), situation.day()));
    }

    void handle(DisputeCommand.RecordCourtDecision command, DecisionContext situation) {
        String court = command.court() == null
                ? asked().map(JudicialConfirmationApplied::court).orElse(null)
                : command.court();
        situation.enter(
                new CourtDecisionRecorded(of(), command.decision(), court, command.documentNo(), situation.day()));
    }

    void handle(DisputeCommand.RecordReturnVisit command, DecisionContext situation) {
        List<UUID> cadreIds = Refusal.refuseRepeated("/cadreIds", requireNonNullElse(command.cadreIds(), List.of()));
        situation.enter(new ReturnVisitRecorded(of(), cadreIds, command.findings(), situation.day()));
    }

    @Override
    public void check(StreamEntry<DisputeEvent> entry) {
        DisputeEvent event = entry.event();
        if (event instanceof DisputeResolved e && !settledAs(e.outcome())) {
            throw notSettled(e.outcome());
        }
        super.check(entry);
        if (!(event instanceof DisputeRegistered) && !event.of().equals(of())) {
            throw Refusal.conflict("dispute-registered-otherwise");
        }
        switch (event) {
            case DisputeResolved e -> sameParties(e.partyCount() == parties().size());
            case PerformanceRecorded e -> agreement();
            case JudicialConfirmationApplied e -> inTime(e);
            case CourtDecisionRecorded e -> {
                if (asked().isEmpty()) {
                    throw Refusal.conflict("court-not-asked");
                }
                undecided();
            }
            case DisputeRegistered e -> {}
            case MediationAccepted e -> {}
            case MediationSessionHeld e -> {}
            case MediationAgreementReached e -> held(e.session());
            case MediationFailed e -> held(e.session());
            case ReturnVisitRecorded e -> {}
        }
    }

    /** A court is asked by the day the agreement takes effect; the one that was asked decides, unless another is said. */
    @Override
    public DisputeEvent retold(DisputeEvent event, StreamAggregate<DisputeEvent> former) {
        return switch (event) {
            case JudicialConfirmationApplied e ->
                new JudicialConfirmationApplied(
                        e.of(),
                        steps.last(MediationAgreementReached.class)
                                .map(MediationAgreementReached::effectiveOn)
                                .orElse(e.effectiveOn()),
                        e.applicantIds(),
                        e.court(),
                        e.occurredOn());
            case CourtDecisionRecorded e ->
                asked().filter(is -> ((Dispute) former)
                                .asked()
                                .filter(was -> Objects.equals(was.court(), e.court()))
                                .isPresent())
                        .<DisputeEvent>map(is -> new CourtDecisionRecorded(
                                e.of(), e.decision(), is.court(), e.documentNo(), e.occurredOn()))
                        .orElse(e);
            default -> event;
        };
    }

    /** A court is asked once, and decides once; so is a dispute resolved. */
    @Override
    public boolean repeats(DisputeEvent event) {
        return switch (event) {
            case DisputeResolved e ->
                steps.last(DisputeResolved.class)
                        .filter(r -> r.outcome() == e.outcome())
                        .isPresent();
            case JudicialConfirmationApplied e ->
                asked().isPresent() && decided().isEmpty();
            case CourtDecisionRecorded e ->
                decided().filter(d -> d.decision() == e.decision()).isPresent();
            case DisputeRegistered e -> super.repeats(e);
            case MediationAccepted e -> super.repeats(e);
            case MediationSessionHeld e -> super.repeats(e);
            case MediationAgreementReached e -> super.repeats(e);
            case MediationFailed e -> super.repeats(e);
            case PerformanceRecorded e -> super.repeats(e);
            case ReturnVisitRecorded e -> super.repeats(e);
        };
    }

    private boolean settledAs(DisputeOutcome outcome) {
        DisputeEvent stage = steps.stage();
        return outcome == DisputeOutcome.RECONCILED
                ? stage instanceof MediationAgreementReached
                : stage instanceof MediationFailed;
    }

    private Refusal notSettled(DisputeOutcome outcome) {
        return steps.stage() instanceof DisputeResolved standing
                ? Refusal.conflict("dispute-already-resolved", standing.outcome())
                : Refusal.conflict("dispute-not-settled", outcome);
    }

    private void inTime(JudicialConfirmationApplied application) {
        LocalDate effectiveOn = agreement().effectiveOn();
        LocalDate lastDay = effectiveOn.plusDays(DAYS_TO_ASK_A_COURT);
        undecided();
        sameParties(Set.copyOf(application.applicantIds()).equals(Set.copyOf(parties())));
        if (application.occurredOn().isBefore(effectiveOn)) {
            throw Refusal.conflict("agreement-not-in-effect", effectiveOn);
        }
        if (application.occurredOn().isAfter(lastDay)) {
            throw Refusal.conflict("confirmation-too-late", lastDay);
        }
    }

    private void undecided() {
        if (decided().isPresent()) {
            throw Refusal.conflict("court-has-decided");
        }
    }

    private static void sameParties(boolean same) {
        if (!same) {
            throw Refusal.conflict("dispute-registered-otherwise");
        }
    }

    private MediationAgreementReached agreement() {
        return steps.last(MediationAgreementReached.class).orElseThrow(() -> Refusal.conflict("no-agreement"));
    }

    private Optional<JudicialConfirmationApplied> asked() {
        return steps.last(JudicialConfirmationApplied.class);
    }

    private Optional<CourtDecisionRecorded> decided() {
        return steps.last(CourtDecisionRecorded.class);
    }

    private void held(int session) {
        if (steps.all(MediationSessionHeld.class).stream()
                .noneMatch(held -> held.event().session() == session)) {
            throw Refusal.conflict("no-session-held");
        }
    }

    private int lastSession() {
        return steps.last(MediationSessionHeld.class)
                .map(MediationSessionHeld::session)
                .orElse(0);
    }

    private Case of() {
        return steps.begun().of();
    }

    private List<UUID> parties() {
        return ((DisputeRegistered) steps.begun())
                .parties().stream().map(Person::personId).toList();
    }
}
