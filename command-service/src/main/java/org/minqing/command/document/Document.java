package org.minqing.command.document;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

/** A document owed 应交材料: required, handed in, sent back and handed in again, accepted. */
class Document extends ProcessAggregate<DocumentEvent> {
    static final Transitions<DocumentEvent> TRANSITIONS = new Transitions<DocumentEvent>(DocumentRequired.class)
            .step(DocumentHandedIn.class)
            .notAfter("document-already-handed-in", DocumentHandedIn.class)
            .notAfter("document-accepted", DocumentAccepted.class)
            .step(DocumentSentBack.class)
            .notAfter("document-accepted", DocumentAccepted.class)
            .onlyAfter("document-not-handed-in", DocumentHandedIn.class)
            .step(DocumentAccepted.class)
            .once()
            .onlyAfter("document-not-handed-in", DocumentHandedIn.class)
            .end();

    Document() {
        super(TRANSITIONS);
    }

    void handle(DocumentCommand.RequireDocument command, DecisionContext situation) {
        LocalDate day = situation.day();
        OwedBy group = Owners.group(command.kind(), command.group(), command.cadreId());
        Period period = command.period().period();
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
        UUID programmeId = Responsibility.in(situation, seat, day, command.programmeId(), organisationId)
                .lookingBack(situation, day)
                .classed(situation, day, officeId, command.taskCode())
                .programmeId();
        situation.enter(new DocumentRequired(
                new Place(
                        requireNonNullElse(command.documentId(), situation.madeId()),
                        programmeId,
                        organisationId,
                        seat),
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

    void handle(DocumentCommand.HandInDocument command, DecisionContext situation) {
        DocumentRequired owed = owed();
        situation.enter(
                new DocumentHandedIn(owed.of(), owed.duty(), command.title(), command.attachmentId(), situation.day()));
    }

    void handle(DocumentCommand.SendBackDocument command, DecisionContext situation) {
        DocumentRequired owed = owed();
        situation.enter(new DocumentSentBack(
                owed.of(), owed.duty(), situation.reason(), situation.reasonCode(), situation.day()));
    }

    void handle(DocumentCommand.AcceptDocument command, DecisionContext situation) {
        situation.enter(new DocumentAccepted(owed().of(), situation.day()));
    }

    /** The same paper handed in again on whatever day is the one that is in hand. */
    @Override
    public boolean repeats(DocumentEvent event) {
        return event instanceof DocumentHandedIn again
                        && !steps.isEmpty()
                        && steps.stage() instanceof DocumentHandedIn last
                        && last.title().equals(again.title())
                        && Objects.equals(last.attachmentId(), again.attachmentId())
                || super.repeats(event);
    }

    /** Every step says of what is owed what is said of it last. */
    @Override
    public DocumentEvent retold(DocumentEvent event) {
        return switch (event) {
            case DocumentRequired e -> e;
            case DocumentHandedIn e ->
                new DocumentHandedIn(owed().of(), owed().duty(), e.title(), e.attachmentId(), e.occurredOn());
            case DocumentSentBack e ->
                new DocumentSentBack(owed().of(), owed().duty(), e.reason(), e.reasonCode(), e.occurredOn());
            case DocumentAccepted e -> new DocumentAccepted(owed().of(), e.occurredOn());
        };
    }

    private DocumentRequired owed() {
        steps.begun();
        return steps.last(DocumentRequired.class).orElseThrow();
    }
}
