package org.minqing.query.document;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M28 and M28a to M28d, in which a document is owed from the day it is due, and A04: documents in hand by kind. */
@Component
class DocumentView implements View<DocumentEvent> {
    @Override
    public List<Entity<DocumentEvent, ?>> entities() {
        return List.of(Entity.of(DocumentEvent.class, "Document", "documents", DocumentState.class)
                .begunBy(DocumentRequired.class, DocumentState::required)
                .dimensions(DocumentState::dimensions)
                .tasks(DocumentState.Status.OWED, DocumentState::tasks)
                .label(s -> Label.of(s.title()))
                .evolve(DocumentState::after));
    }

    @Override
    public Stream<Fact> facts(DocumentEvent event, EventMeta meta) {
        return switch (event) {
            case DocumentRequired e ->
                owed(e, e.duty(), Aggregation.DENOMINATOR)
                        .map(fact -> fact.on(e.duty().dueOn()));
            case DocumentHandedIn e -> inHand(e, e.duty());
            case DocumentSentBack e -> inHand(e, e.duty()).map(Fact::negated);
            case DocumentAccepted e -> Stream.empty();
        };
    }

    private static Stream<Fact> inHand(DocumentEvent e, Duty duty) {
        return Stream.concat(owed(e, duty, Aggregation.NUMERATOR), Stream.of(one("A04", e, duty, duty.kind())));
    }

    private static Stream<Fact> owed(DocumentEvent e, Duty duty, String side) {
        String part = part(duty);
        Fact all = one("M28", e, duty, side);
        return part == null ? Stream.of(all) : Stream.of(all, one(part, e, duty, side));
    }

    private static Fact one(String measure, DocumentEvent e, Duty duty, Object kind) {
        return Fact.of(measure, e, e.of().documentId())
                .cadre(duty.cadreId())
                .task(duty.taskCode())
                .kind(kind);
    }

    /** Which of the figures with a denominator of its own. */
    private static @Nullable String part(Duty duty) {
        DocumentKind kind = duty.kind();
        return switch (duty.group()) {
            case LINKED_CADRE -> kind == DocumentKind.REFLECTION ? "M28a" : null;
            case SERVING_PARTY_MEMBER -> kind == DocumentKind.REFLECTION ? "M28b" : null;
            case LEADERSHIP_TEAM -> kind == DocumentKind.RECTIFICATION_TEAM ? "M28c" : null;
            case LEADERSHIP_MEMBER -> kind == DocumentKind.RECTIFICATION_PERSONAL ? "M28d" : null;
        };
    }
}
