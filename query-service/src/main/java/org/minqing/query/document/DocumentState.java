package org.minqing.query.document;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Task;

/**
 * A document owed 应交材料 on a day.
 *
 * @param sentBackBecause why it was last sent back, until it is handed in again
 */
record DocumentState(
        UUID documentId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        @Nullable UUID officeId,
        @Nullable String taskCode,
        DocumentKind kind,
        OwedBy group,
        @Nullable UUID cadreId,
        Period period,
        LocalDate dueOn,
        Status status,
        @Nullable String title,
        @Nullable UUID attachmentId,
        @Nullable LocalDate handedInOn,
        @Nullable Sealed sentBackBecause,
        @Nullable LocalDate acceptedOn) {

    enum Status {
        REQUIRED,
        HANDED_IN,
        SENT_BACK,
        ACCEPTED;

        static final Set<Status> OWED = EnumSet.of(REQUIRED, SENT_BACK);
    }

    Dimensions dimensions() {
        return Dimensions.at(divisionId)
                .programme(programmeId)
                .organisation(organisationId)
                .cadre(cadreId)
                .status(status)
                .kind(kind);
    }

    Stream<Task> tasks() {
        return Stream.of(
                new Task("hand-in-document", new Subject("Document", documentId.toString()), dueOn, dimensions()));
    }

    static DocumentState evolve(@Nullable DocumentState state, DocumentEvent event) {
        return switch (event) {
            case DocumentRequired e -> required(e);
            case DocumentHandedIn e ->
                known(state).step(Status.HANDED_IN, e.title(), e.attachmentId(), e.occurredOn(), null, null);
            case DocumentSentBack e -> {
                DocumentState s = known(state);
                yield s.step(Status.SENT_BACK, s.title, s.attachmentId, s.handedInOn, e.reason(), null);
            }
            case DocumentAccepted e -> {
                DocumentState s = known(state);
                yield s.step(Status.ACCEPTED, s.title, s.attachmentId, s.handedInOn, null, e.occurredOn());
            }
            case Corrects<?> e -> known(state);
            case Voids<?> e -> known(state);
        };
    }

    private static DocumentState known(@Nullable DocumentState state) {
        return Objects.requireNonNull(state);
    }

    private static DocumentState required(DocumentRequired e) {
        Duty duty = e.duty();
        return new DocumentState(
                e.documentId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                duty.officeId(),
                duty.taskCode(),
                duty.kind(),
                duty.group(),
                duty.cadreId(),
                duty.period(),
                duty.dueOn(),
                Status.REQUIRED,
                null,
                null,
                null,
                null,
                null);
    }

    private DocumentState step(
            Status next,
            @Nullable String called,
            @Nullable UUID attached,
            @Nullable LocalDate inOn,
            @Nullable Sealed because,
            @Nullable LocalDate goodOn) {
        return new DocumentState(
                documentId,
                programmeId,
                organisationId,
                divisionId,
                officeId,
                taskCode,
                kind,
                group,
                cadreId,
                period,
                dueOn,
                next,
                called,
                attached,
                inOn,
                because,
                goodOn);
    }
}
