package org.minqing.command.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Moves;
import org.minqing.events.Voids;
import org.minqing.log.StoredEvent;

/**
 * Where a stream lies and whose it is: as the last by its day says of the events that begin it or move it. One that was
 * voided says nothing, unless nothing else is left; one that was corrected says what it was corrected to.
 */
final class Whereabouts {
    static final Whereabouts UNKNOWN = new Whereabouts(List.of());

    /** In the order of the log. */
    private final List<Said> said;

    private record Said(UUID eventId, Class<?> type, DomainEvent event, boolean stands) {
        Said amended(Corrects<?> correction) {
            return new Said(eventId, type, correction.after(), stands);
        }

        Said voided() {
            return new Said(eventId, type, event, false);
        }
    }

    private Whereabouts(List<Said> said) {
        this.said = List.copyOf(said);
    }

    Whereabouts after(StoredEvent stored) {
        DomainEvent event = (DomainEvent) stored.payload();
        List<Said> more = new ArrayList<>(said);
        switch (event) {
            case Corrects<?> correction ->
                more.replaceAll(s -> s.eventId.equals(correction.target()) ? s.amended(correction) : s);
            case Voids<?> voided -> more.replaceAll(s -> s.eventId.equals(voided.target()) ? s.voided() : s);
            default -> {
                if (said.isEmpty() || event instanceof Moves || event.getClass() == said.getFirst().type) {
                    more.add(new Said(stored.eventId(), event.getClass(), event, true));
                }
            }
        }
        return new Whereabouts(more);
    }

    private @Nullable DomainEvent inForce() {
        Comparator<Said> order = Comparator.comparing(Said::stands).thenComparing(s -> s.event.occurredOn());
        return said.stream()
                .reduce((a, b) -> order.compare(a, b) > 0 ? a : b)
                .map(Said::event)
                .orElse(null);
    }

    /** divisionId, if the stream lies anywhere. */
    @Nullable
    String division() {
        DomainEvent event = inForce();
        return event == null ? null : event.division();
    }

    /** Whose it is, if anybody's. */
    @Nullable
    UUID organisation() {
        DomainEvent event = inForce();
        return event == null ? null : event.organisation();
    }
}
