package org.minqing.command.reference;

import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;

/** Folds events as a command would find them. */
final class Folding {
    private Folding() {}

    static <S> S fold(Reference<S> kind, DomainEvent... events) {
        InMemoryReferences references = new InMemoryReferences();
        references.add(kind.streamType(), "x", events);
        return references.require(kind, "x");
    }
}
