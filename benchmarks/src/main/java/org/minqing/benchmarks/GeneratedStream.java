package org.minqing.benchmarks;

import org.minqing.events.DomainEvent;

/** A stream that is being written, and how long it is. */
final class GeneratedStream {
    private final String name;
    private int length;

    GeneratedStream(String type, Object id) {
        this.name = type + "-" + id;
    }

    String name() {
        return name;
    }

    /** The place of the next event, which is taken with it. */
    int next() {
        return length++;
    }

    /** What was put: its id is needed to amend it. */
    record Entry<E extends DomainEvent>(GeneratedStream stream, java.util.UUID id, E event) {}
}
