package org.minqing.command.dispute;

import static org.minqing.command.dispute.Phase.ACCEPTED;
import static org.minqing.command.dispute.Phase.AGREED;
import static org.minqing.command.dispute.Phase.FAILED;
import static org.minqing.command.dispute.Phase.IN_SESSION;
import static org.minqing.command.dispute.Phase.REGISTERED;
import static org.minqing.command.dispute.Phase.RESOLVED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Person;
import org.minqing.events.Source;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.CourtDecisionRecorded;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.JudicialConfirmationApplied;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.PerformanceRecorded;
import org.minqing.events.dispute.DisputeOutcome;

/** A dispute 矛盾纠纷 among villagers: registered, mediated, agreed or failed, resolved. */
@Aggregate
class Dispute {
    /** Law on People's Mediation, article 33: a court may be asked within 30 days of the agreement's taking effect. */
    private static final int DAYS_TO_ASK_A_COURT = 30;

    @AggregateIdentifier
    private @Nullable String stream;

    private final Proceedings proceedings = new Proceedings();

    Dispute() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterDispute command, Situation situation) {
        UUID disputeId = command.disputeId() == null ? situation.madeId() : command.disputeId();
        LocalDate day = situation.day(command.occurredOn());
        String villageId = Village.id(situation, command.villageCode(), day);
        List<Person> parties = differentPersons(command.parties());
        Source source = command.source() == null ? null : command.source().existing(situation);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        if (proceedings.registered().isPresent()) {
            throw Refusal.alreadyExists("Dispute", disputeId);
        }
        situation.apply(new DisputeRegistered(
                disputeId,
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.officeId(),
                command.taskCode(),
                command.kind(),
                parties,
                command.facts(),
                source,
                day));
    }

    @CommandHandler
    void handle(AcceptMediation command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (proceedings.phase() == ACCEPTED) {
            return;
        }
        if (proceedings.phase() != REGISTERED) {
            throw Refusal.conflict("mediation-already-accepted");
        }
        situation.apply(notBackwards(next.accepted()));
    }

    @CommandHandler
    void handle(HoldMediationSession command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        underMediation();
        situation.apply(notBackwards(next.session(proceedings.sessions() + 1, command.summary())));
    }

    @CommandHandler
    void handle(ReachMediationAgreement command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        LocalDate effectiveOn = Objects.requireNonNullElse(command.effectiveOn(), next.day());
        if (effectiveOn.isBefore(next.day())) {
            throw Refusal.invalid("/effectiveOn", "before-the-agreement", next.day());
        }
        if (effectiveOn.isAfter(situation.today())) {
            throw Refusal.invalid("/effectiveOn", "in-the-future", situation.today());
        }
        inSession();
        boolean oral = Boolean.TRUE.equals(command.oral());
        situation.apply(notBackwards(
                next.agreement(proceedings.sessions(), command.terms(), oral, effectiveOn, command.attachmentId())));
    }

    @CommandHandler
    void handle(RecordFailedMediation command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        inSession();
        situation.apply(notBackwards(next.failure(proceedings.sessions(), command.reason(), command.reasonCode())));
    }

    @CommandHandler
    void handle(ResolveDispute command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        if (proceedings.phase() == RESOLVED) {
            sameOutcome(command.outcome());
            return;
        }
        if (proceedings.phase() != (command.outcome() == DisputeOutcome.RECONCILED ? AGREED : FAILED)) {
            throw Refusal.conflict("dispute-not-settled", command.outcome());
        }
        situation.apply(notBackwards(next.resolution(command.outcome())));
    }

    @CommandHandler
    void handle(RecordPerformance command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        agreement();
        PerformanceRecorded performance = next.performance(command.performance(), command.note());
        if (proceedings.endsWith(performance)) {
            return;
        }
        situation.apply(notBackwards(performance));
    }

    @CommandHandler
    void handle(ApplyForJudicialConfirmation command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        List<UUID> applicants = everyParty(next.of(), command.applicantIds());
        LocalDate effectiveOn = agreement().effectiveOn();
        if (proceedings.last(CourtDecisionRecorded.class).isPresent()) {
            throw Refusal.conflict("court-has-decided");
        }
        if (proceedings.last(JudicialConfirmationApplied.class).isPresent()) {
            return;
        }
        if (next.day().isBefore(effectiveOn)) {
            throw Refusal.conflict("agreement-not-in-effect", effectiveOn);
        }
        if (next.day().isAfter(effectiveOn.plusDays(DAYS_TO_ASK_A_COURT))) {
            throw Refusal.conflict("confirmation-too-late", effectiveOn.plusDays(DAYS_TO_ASK_A_COURT));
        }
        situation.apply(notBackwards(next.application(effectiveOn, applicants, command.court())));
    }

    @CommandHandler
    void handle(RecordCourtDecision command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        JudicialConfirmationApplied application = proceedings
                .last(JudicialConfirmationApplied.class)
                .orElseThrow(() -> Refusal.conflict("court-not-asked"));
        CourtDecisionRecorded decided =
                proceedings.last(CourtDecisionRecorded.class).orElse(null);
        if (decided != null) {
            if (decided.decision() != command.decision()) {
                throw Refusal.conflict("court-has-decided");
            }
            return;
        }
        String court = command.court() == null ? application.court() : command.court();
        situation.apply(notBackwards(next.decision(command.decision(), court, command.documentNo())));
    }

    @CommandHandler
    void handle(RecordReturnVisit command, Situation situation) {
        Next next = next(command.programmeId(), command.organisationId(), situation.day(command.occurredOn()));
        List<UUID> cadreIds = Objects.requireNonNullElse(command.cadreIds(), List.of());
        noneTwice("/cadreIds", cadreIds);
        if (!EnumSet.of(AGREED, FAILED, RESOLVED).contains(proceedings.phase())) {
            throw Refusal.conflict("mediation-not-concluded");
        }
        situation.apply(notBackwards(next.returnVisit(cadreIds, command.findings())));
    }

    /** The last step is voided first, so that no step ever stands on one that never was. */
    @CommandHandler
    void handle(VoidDispute command, Situation situation) {
        Never never = new Never(command.reason(), command.reasonCode());
        proceedings
                .steps()
                .undone(situation, "Dispute", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private Next next(@Nullable UUID programmeId, @Nullable UUID organisationId, LocalDate day) {
        DisputeRegistered registered = proceedings.registered().orElseThrow(() -> Refusal.conflict("dispute-voided"));
        new Responsibility(registered.programmeId(), registered.organisationId())
                .refuseOther(programmeId, organisationId);
        return new Next(registered, day);
    }

    /** A step's day never lies before that of the steps that stand. */
    private <E extends DisputeEvent> E notBackwards(E step) {
        proceedings.steps().notBefore(step.occurredOn());
        return step;
    }

    private void underMediation() {
        switch (proceedings.phase()) {
            case NONE, REGISTERED -> throw Refusal.conflict("mediation-not-accepted");
            case AGREED, FAILED, RESOLVED -> throw Refusal.conflict("mediation-concluded");
            case ACCEPTED, IN_SESSION -> {}
        }
    }

    private void inSession() {
        underMediation();
        if (proceedings.phase() != IN_SESSION) {
            throw Refusal.conflict("no-session-held");
        }
    }

    private void sameOutcome(DisputeOutcome outcome) {
        DisputeOutcome standing =
                proceedings.last(DisputeResolved.class).orElseThrow().outcome();
        if (standing != outcome) {
            throw Refusal.conflict("dispute-already-resolved", standing);
        }
    }

    private MediationAgreementReached agreement() {
        return proceedings.last(MediationAgreementReached.class).orElseThrow(() -> Refusal.conflict("no-agreement"));
    }

    private static List<UUID> everyParty(DisputeRegistered of, @Nullable List<UUID> applicantIds) {
        List<UUID> parties = of.parties().stream().map(Person::personId).toList();
        if (applicantIds != null && !Set.copyOf(applicantIds).equals(Set.copyOf(parties))) {
            throw Refusal.invalid("/applicantIds", "not-every-party");
        }
        return parties;
    }

    private static List<Person> differentPersons(List<PersonInput> parties) {
        noneTwice("/parties", parties.stream().map(PersonInput::id).toList());
        return parties.stream().map(PersonInput::person).toList();
    }

    private static void noneTwice(String pointer, List<UUID> ids) {
        Set<UUID> seen = new HashSet<>();
        IntStream.range(0, ids.size())
                .filter(i -> !seen.add(ids.get(i)))
                .findFirst()
                .ifPresent(i -> {
                    throw Refusal.invalid(pointer + "/" + i, "repeated");
                });
    }

    @EventSourcingHandler
    void on(DisputeEvent event, @EventId UUID id) {
        stream = "Dispute-" + event.disputeId();
        proceedings.steps().take(id, event);
    }
}
