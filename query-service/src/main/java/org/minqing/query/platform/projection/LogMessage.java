package org.minqing.query.platform.projection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.RecordedEvent;

/** An event off the log; the log's own events are no domain events. */
record LogMessage(EventMeta meta, @Nullable DomainEvent event) {
    Optional<RecordedEvent<?>> recorded() {
        return event == null ? Optional.empty() : Optional.of(new RecordedEvent<>(event, meta));
    }
}
