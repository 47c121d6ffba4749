package org.minqing.standalone.language;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Voids;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.View;

/** Whether an event counts somewhere, and whether its family has one that takes it back. */
final class Voidable {
    private Voidable() {}

    static boolean counts(Story story, View<?> view) {
        return !Voids.class.isAssignableFrom(story.event())
                && !Corrects.class.isAssignableFrom(story.event())
                && story.examples().anyMatch(example -> facts(view, (DomainEvent) example, story));
    }

    private static <E extends DomainEvent> boolean facts(View<E> view, DomainEvent example, Story story) {
        EventMeta meta = new EventMeta(
                2,
                new UUID(0, 1),
                story.streamType() + "-" + new UUID(0, 2),
                1,
                story.name(),
                Instant.parse("2012-02-01T00:00:00Z"),
                Map.of());
        return view.facts(view.family().cast(example), meta).findAny().isPresent();
    }

    static boolean taken(Class<?> event) {
        return Header.class.isAssignableFrom(event.getRecordComponents()[0].getType())
                || Arrays.stream(event.getEnclosingClass().getPermittedSubclasses())
                        .filter(Voids.class::isAssignableFrom)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .anyMatch(component -> component.getName().equals("before") && component.getType() == event);
    }
}
