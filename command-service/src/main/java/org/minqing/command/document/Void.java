package org.minqing.command.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAcceptanceVoided;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandInVoided;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSendBackVoided;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.DocumentVoided;

/** Why steps never were. */
record Void(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so of one step. */
    DocumentEvent of(Step<DocumentEvent> step) {
        UUID target = step.id();
        return switch (step.event()) {
            case DocumentRequired e ->
                new DocumentVoided(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case DocumentHandedIn e ->
                new DocumentHandInVoided(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case DocumentSentBack e ->
                new DocumentSendBackVoided(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case DocumentAccepted e ->
                new DocumentAcceptanceVoided(
                        e.documentId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        target,
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case Voids<?> v -> throw new IllegalStateException("a void is no step: " + v.target());
            case Corrects<?> c -> throw new IllegalStateException("a correction is no step: " + c.target());
        };
    }
}
