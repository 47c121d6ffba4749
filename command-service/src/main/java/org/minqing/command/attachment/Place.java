package org.minqing.command.attachment;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.reference.Timeline;
import org.minqing.events.DomainEvent;
import org.minqing.events.attachment.AttachedTo;

/** Where an attachment is counted to: where that lies which it is attached to. */
record Place(
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable String divisionId) {
    private static final Place NOWHERE = new Place(null, null, null);
    private static final Map<String, Reference<Timeline<Place>>> KINDS = Stream.of(
                    "Household", "Dispute", "Cadre", "Document", "Activity", "Project", "Fund")
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), type -> new Reference<>(type, Timeline.empty(), Place::after)));

    /** 409 {@code <kind>-voided} where it is attached to what never was. */
    static Place of(@Nullable AttachedTo subject, DecisionContext situation) {
        if (subject != null) {
            situation.references().requireStanding(subject.type(), subject.id());
        }
        Place found = subject == null
                ? new Place(null, situation.caller().organisation(), null)
                : situation
                        .references()
                        .require(known(subject.type()), subject.id())
                        .on(situation.day())
                        .orElse(NOWHERE);
        return found.divisionId == null
                ? new Place(
                        found.programmeId,
                        found.organisationId,
                        situation.caller().division())
                : found;
    }

    private static Reference<Timeline<Place>> known(String type) {
        Reference<Timeline<Place>> kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type);
        }
        return kind;
    }

    /** Whatever an event says of its stream, each says all of it. */
    private static Timeline<Place> after(Timeline<Place> places, DomainEvent event) {
        return places.with(event.occurredOn(), new Place(event.programme(), event.organisation(), event.division()));
    }
}
