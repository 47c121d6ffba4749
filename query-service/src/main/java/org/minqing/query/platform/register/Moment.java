package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.EventMeta;

/** One event in the stories it belongs to, as it is told now: as recorded, amended or left out. */
final class Moment<E extends DomainEvent> implements Comparable<Moment<E>> {
    final E recorded;
    final EventMeta meta;
    final Set<Story<E, ?>> stories = new LinkedHashSet<>();
    /** Asked for again and again while a story is told. */
    private final LocalDate day;

    E told;
    boolean voided;

    Moment(E event, EventMeta meta) {
        this.recorded = event;
        this.meta = meta;
        this.told = event;
        this.day = event.occurredOn();
    }

    LocalDate day() {
        return day;
    }

    @Override
    public int compareTo(Moment<E> other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : Long.compare(meta.position(), other.meta.position());
    }
}
