package org.minqing.command.platform.history;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.StreamStory.Line;
import org.minqing.events.DomainEvent;
import org.minqing.events.Moves;

/**
 * Where a stream lies and whose it is: as the last by its day says of the events that begin it or move it. One that was
 * voided says nothing, unless nothing else is left; one that was corrected says what it was corrected to.
 *
 * @param division divisionId, if the stream lies anywhere
 * @param organisation whose it is, if anybody's
 */
record Whereabouts(@Nullable String division, @Nullable UUID organisation) {
    static Whereabouts of(StreamStory story) {
        Comparator<Line> order = Comparator.<Line, Boolean>comparing(line -> !line.voided())
                .thenComparing(line -> line.inForce().occurredOn());
        DomainEvent begun = story.begun().orElse(null);
        return story.lines().stream()
                .filter(line -> line.first() instanceof Moves
                        || begun != null && line.first().getClass() == begun.getClass())
                .reduce((a, b) -> order.compare(a, b) > 0 ? a : b)
                .map(Line::inForce)
                .map(event -> new Whereabouts(event.division(), event.organisation()))
                .orElse(new Whereabouts(null, null));
    }
}
