package org.minqing.query.platform.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.Fact;

/** Events that are nothing but facts. */
public sealed interface FactEvent extends DomainEvent {
    record FactsGiven(UUID programmeId, @Nullable String divisionId, List<Fact> facts, LocalDate occurredOn)
            implements FactEvent {
        @Override
        public UUID programme() {
            return programmeId;
        }

        @Override
        public @Nullable String division() {
            return divisionId;
        }
    }
}
