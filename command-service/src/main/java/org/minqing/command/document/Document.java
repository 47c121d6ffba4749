package org.minqing.command.document;

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
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

/** A document owed 应交材料: required, handed in, sent back and handed in again, accepted. */
@Aggregate
class Document {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<DocumentEvent> steps = new StepList<>();

    Document() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequireDocument command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID documentId = requireNonNullElse(command.documentId(), situation.madeId());
        OwedBy group = Owners.group(command.kind(), command.group(), command.cadreId());
        Period period = command.period().period();
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Document", documentId);
        }
        Optional<Post> post = Optional.ofNullable(command.cadreId())
                .flatMap(id -> InForce.cadre(situation, id, day).postOn(day));
        UUID organisationId = Optional.ofNullable(command.organisationId())
                .or(() -> post.map(Post::organisationId))
                .orElseThrow(() -> Refusal.invalid("/organisationId", "required"));
        UUID officeId = command.officeId() == null
                ? post.filter(p -> p.organisationId().equals(organisationId))
                        .map(Post::officeId)
                        .orElse(null)
                : command.officeId();
        String seat = InForce.organisation(situation, organisationId, day).divisionId();
        situation.caller().requireOrganisation(organisationId);
        situation.caller().requireDivision(seat);
        Responsibility responsible = Responsibility.in(situation, seat, day, command.programmeId(), organisationId)
                .inForce(situation, day)
                .classed(situation, day, officeId, command.taskCode());
        situation.apply(new DocumentRequired(
                documentId,
                responsible.programmeId(),
                organisationId,
                seat,
                new Duty(
                        command.kind(),
                        group,
                        command.cadreId(),
                        officeId,
                        command.taskCode(),
                        period,
                        command.dueOn()),
                day));
    }

    @CommandHandler
    void handle(HandInDocument command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        DocumentRequired owed = owed(command.programmeId(), command.organisationId());
        switch (steps.all().getLast().event()) {
            case DocumentHandedIn e -> {
                if (!e.title().equals(command.title()) || !Objects.equals(e.attachmentId(), command.attachmentId())) {
                    throw Refusal.conflict("document-already-handed-in");
                }
                return;
            }
            case DocumentAccepted e -> throw Refusal.conflict("document-accepted");
            default -> steps.notBefore(day);
        }
        situation.apply(new DocumentHandedIn(
                owed.documentId(),
                owed.programmeId(),
                owed.organisationId(),
                owed.divisionId(),
                owed.duty(),
                command.title(),
                command.attachmentId(),
                day));
    }

    @CommandHandler
    void handle(SendBackDocument command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        DocumentRequired owed = owed(command.programmeId(), command.organisationId());
        if (accepted()) {
            throw Refusal.conflict("document-accepted");
        }
        handedIn();
        steps.notBefore(day);
        situation.apply(new DocumentSentBack(
                owed.documentId(),
                owed.programmeId(),
                owed.organisationId(),
                owed.divisionId(),
                owed.duty(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(AcceptDocument command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        DocumentRequired owed = owed(command.programmeId(), command.organisationId());
        if (accepted()) {
            return;
        }
        handedIn();
        steps.notBefore(day);
        situation.apply(new DocumentAccepted(
                owed.documentId(), owed.programmeId(), owed.organisationId(), owed.divisionId(), day));
    }

    /** Every step that gives facts says what is owed, and is corrected with it. */
    @CommandHandler
    void handle(CorrectDocument command, Situation situation) {
        DocumentRequired owed = owed(command.programmeId(), command.organisationId());
        Otherwise otherwise = Otherwise.than(owed.duty(), steps.last(DocumentHandedIn.class), command);
        situation.dayOf(otherwise.day(owed), command.occurredOn());
        Duty duty = otherwise.duty();
        if (!Objects.equals(duty.officeId(), owed.duty().officeId())
                || !Objects.equals(duty.taskCode(), owed.duty().taskCode())) {
            new Responsibility(owed.programmeId(), owed.organisationId())
                    .classed(situation, owed.occurredOn(), duty.officeId(), duty.taskCode());
        }
        steps.all().forEach(step -> otherwise.of(step).ifPresent(situation::apply));
    }

    @CommandHandler
    void handle(VoidDocument command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        owed(command.programmeId(), command.organisationId());
        Void never = new Void(command.reason(), command.reasonCode());
        steps.undone(situation, "Document", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private DocumentRequired owed(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        DocumentRequired owed = steps.last(DocumentRequired.class)
                .orElseThrow(() -> Refusal.conflict("document-voided"))
                .event();
        new Responsibility(owed.programmeId(), owed.organisationId()).refuseOther(programmeId, organisationId);
        return owed;
    }

    private boolean accepted() {
        return steps.all().getLast().event() instanceof DocumentAccepted;
    }

    private void handedIn() {
        if (!(steps.all().getLast().event() instanceof DocumentHandedIn)) {
            throw Refusal.conflict("document-not-handed-in");
        }
    }

    @EventSourcingHandler
    void on(DocumentEvent event, @EventId UUID id) {
        stream = "Document-" + event.documentId();
        steps.take(id, event);
    }
}
