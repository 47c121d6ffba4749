package org.minqing.command.platform.stream;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;

/** What stands of a stream, folded: its aggregate, and with what it began. */
final class Fold {
    private final StreamAggregate<DomainEvent> aggregate;
    private @Nullable DomainEvent begun;

    Fold(StreamAggregate<DomainEvent> blank) {
        this.aggregate = blank;
    }

    StreamAggregate<DomainEvent> aggregate() {
        return aggregate;
    }

    /** 409 {@code out-of-order} for a day before the one on which the stream began. */
    void refuseBeforeBeginning(LocalDate day) {
        if (begun != null) {
            Refusal.refuseBefore(begun.occurredOn(), day);
        }
    }

    /** The aggregate first, which knows a second beginning whatever its day. */
    void check(StreamEntry<DomainEvent> entry) {
        aggregate.check(entry);
        refuseBeforeBeginning(entry.event().occurredOn());
    }

    void on(StreamEntry<DomainEvent> entry) {
        if (begun == null) {
            begun = entry.event();
        }
        aggregate.on(entry);
    }
}
