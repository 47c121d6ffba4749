package org.minqing.query.platform.sample;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.Fact;
import org.minqing.query.platform.View;
import org.minqing.query.platform.sample.FactEvent.FactsGiven;

/** Feeds any measure with whatever a test gives. */
public final class FactView implements View<FactEvent> {
    @Override
    public List<Entity<FactEvent, ?>> entities() {
        return List.of();
    }

    @Override
    public Stream<Fact> facts(FactEvent event, EventMeta meta) {
        return switch (event) {
            case FactsGiven e -> e.facts().stream();
        };
    }
}
