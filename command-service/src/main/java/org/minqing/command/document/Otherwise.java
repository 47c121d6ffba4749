package org.minqing.command.document;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Sealed;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentCorrected;
import org.minqing.events.document.DocumentEvent.DocumentHandInCorrected;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSendBackCorrected;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;

/**
 * How a document is otherwise than entered.
 *
 * @param before what was owed
 * @param duty what is owed
 * @param last what was last handed in, if its title or attachment is otherwise
 */
record Otherwise(
        Duty before,
        Duty duty,
        @Nullable Step<DocumentHandedIn> last,
        @Nullable String title,
        @Nullable UUID attachmentId,
        Sealed reason,
        @Nullable String reasonCode) {
    static Otherwise than(Duty before, Optional<Step<DocumentHandedIn>> last, CorrectDocument command) {
        boolean paper = command.title() != null || command.attachmentId() != null;
        if (paper && last.isEmpty()) {
            throw Refusal.invalid(command.title() == null ? "/attachmentId" : "/title", "only-once-handed-in");
        }
        DocumentKind kind = requireNonNullElse(command.kind(), before.kind());
        Duty duty = new Duty(
                kind,
                Owners.group(kind, requireNonNullElse(command.group(), before.group()), before.cadreId()),
                before.cadreId(),
                command.officeId() == null ? before.officeId() : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                command.period() == null ? before.period() : command.period().period(),
                requireNonNullElse(command.dueOn(), before.dueOn()));
        return new Otherwise(
                before,
                duty,
                paper ? last.orElseThrow() : null,
                command.title(),
                command.attachmentId(),
                command.reason(),
                command.reasonCode());
    }

    /** The day of the fact corrected. */
    LocalDate day(DocumentRequired owed) {
        return last != null && duty.equals(before) ? last.event().occurredOn() : owed.occurredOn();
    }

    /** The event that says so of one step; nothing of one that stays as it is. */
    Optional<DocumentEvent> of(Step<DocumentEvent> step) {
        return switch (step.event()) {
            case DocumentRequired e when !duty.equals(before) -> Optional.of(required(step.id(), e));
            case DocumentHandedIn e -> handedIn(step.id(), e);
            case DocumentSentBack e when !duty.equals(before) -> Optional.of(sentBack(step.id(), e));
            default -> Optional.empty();
        };
    }

    private DocumentCorrected required(UUID target, DocumentRequired e) {
        return new DocumentCorrected(
                e.documentId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                target,
                e,
                new DocumentRequired(
                        e.documentId(), e.programmeId(), e.organisationId(), e.divisionId(), duty, e.occurredOn()),
                reason,
                reasonCode,
                e.occurredOn());
    }

    private Optional<DocumentEvent> handedIn(UUID target, DocumentHandedIn e) {
        boolean paper = last != null && last.id().equals(target);
        DocumentHandedIn after = new DocumentHandedIn(
                e.documentId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                duty,
                paper ? requireNonNullElse(title, e.title()) : e.title(),
                paper && attachmentId != null ? attachmentId : e.attachmentId(),
                e.occurredOn());
        return after.equals(e)
                ? Optional.empty()
                : Optional.of(new DocumentHandInCorrected(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        after,
                        reason,
                        reasonCode,
                        e.occurredOn()));
    }

    private DocumentSendBackCorrected sentBack(UUID target, DocumentSentBack e) {
        return new DocumentSendBackCorrected(
                e.documentId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                target,
                e,
                new DocumentSentBack(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        duty,
                        e.reason(),
                        e.reasonCode(),
                        e.occurredOn()),
                reason,
                reasonCode,
                e.occurredOn());
    }
}
