package org.minqing.query.rectification;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Style;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Of its own A05: what was put right of what was to be. */
@Component
class RectificationView implements View<RectificationEvent> {
    @Override
    public List<Entity<RectificationEvent, ?>> entities() {
        return List.of(Entity.of(RectificationEvent.class, "Rectification", "rectifications", RectificationState.class)
                .begunBy(RectificationRaised.class, RectificationState::raised)
                .dimensions(RectificationState::dimensions)
                .tasks(RectificationState.Status.OPEN, RectificationState::tasks)
                .evolve(RectificationState::after));
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure(
                "A05",
                Aggregation.RATIO,
                null,
                Window.SINCE_LAUNCH,
                "rectifications",
                false,
                Style.FULL,
                "整改事项销号率",
                "Rectifications confirmed of those raised"));
    }

    @Override
    public Stream<Fact> facts(RectificationEvent event, EventMeta meta) {
        return switch (event) {
            case RectificationRaised e -> Stream.of(one(e, Aggregation.DENOMINATOR));
            case RectificationConfirmed e -> Stream.of(one(e, Aggregation.NUMERATOR));
            case MeasureSet e -> Stream.empty();
            case DoneReported e -> Stream.empty();
            case RectificationSentBack e -> Stream.empty();
        };
    }

    /** A hazard stands in the story of the safety check that found it, a finding in that of its inspection. */
    @Override
    public List<Subject> about(RectificationEvent event, EventMeta meta) {
        return event instanceof RectificationRaised e
                ? e.matter().about().stream()
                        .map(source -> new Subject(source.type(), source.id()))
                        .toList()
                : List.of();
    }

    private static Fact one(RectificationEvent e, String side) {
        return Fact.of("A05", e, e.of().rectificationId())
                .cadre(e.of().cadreId())
                .kind(side);
    }
}
