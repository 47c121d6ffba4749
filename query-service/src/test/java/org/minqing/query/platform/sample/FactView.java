package org.minqing.query.platform.sample;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.query.platform.sample.FactEvent.FactsGiven;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;

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
