package org.minqing.query.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.Duty;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * A document owed 应交材料 on a day.
 *
 * @param sentBackBecause why it was last sent back, until it is handed in again
 */
record DocumentState(
        Place of,
        @JsonUnwrapped Duty duty,
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

    static DocumentState required(DocumentRequired e) {
        return new DocumentState(e.of(), e.duty(), Status.REQUIRED, null, null, null, null, null);
    }

    DocumentState after(DocumentEvent event) {
        return switch (event) {
            case DocumentRequired e -> required(e);
            case DocumentHandedIn e ->
                new DocumentState(of, duty, Status.HANDED_IN, e.title(), e.attachmentId(), e.occurredOn(), null, null);
            case DocumentSentBack e -> step(Status.SENT_BACK, e.reason(), null);
            case DocumentAccepted e -> step(Status.ACCEPTED, null, e.occurredOn());
        };
    }

    private DocumentState step(Status next, @Nullable Sealed because, @Nullable LocalDate accepted) {
        return new DocumentState(of, duty, next, title, attachmentId, handedInOn, because, accepted);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(duty.cadreId()).status(status).kind(duty.kind());
    }

    Stream<Task> tasks() {
        return Stream.of(new Task(
                "hand-in-document", new Subject("Document", of.documentId().toString()), duty.dueOn(), dimensions()));
    }
}
