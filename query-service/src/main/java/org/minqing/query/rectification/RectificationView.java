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
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/**
 * Feeds A05, A24, A25, A26 and A34: what was found, and what was put right of it. A confirmation does not say what was found, so it
 * counts in every ratio, and a ratio takes from it only what was owed in it.
 */
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
    public Stream<Fact> facts(RectificationEvent event, EventMeta meta) {
        return switch (event) {
            case RectificationRaised e -> raised(e);
            case RectificationConfirmed e ->
                Stream.concat(
                        Stream.of("A05", "A25", "A26").map(measure -> one(measure, e, Aggregation.NUMERATOR)),
                        Stream.of(there(e, Aggregation.NUMERATOR)));
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

    private static Stream<Fact> raised(RectificationRaised e) {
        String part = switch (e.matter().source()) {
            case HAZARD -> "A25";
            case STUDY -> "A26";
            case INSPECTION, DATA_QUALITY -> null;
        };
        Stream<Fact> owed = part == null
                ? Stream.of(one("A05", e, Aggregation.DENOMINATOR))
                : Stream.of(one("A05", e, Aggregation.DENOMINATOR), one(part, e, Aggregation.DENOMINATOR));
        Stream<Fact> found = Stream.of(one("A24", e, e.matter().aspect()));
        return Stream.of(
                        owed,
                        found,
                        "A25".equals(part) ? Stream.of(there(e, Aggregation.DENOMINATOR)) : Stream.<Fact>empty())
                .flatMap(facts -> facts);
    }

    /** A hazard of the place, told to everybody there: who checked is seldom who has to put it right. */
    private static Fact there(RectificationEvent e, Object kind) {
        return one("A34", e, kind).organisation(null);
    }

    private static Fact one(String measure, RectificationEvent e, Object kind) {
        return Fact.of(measure, e, e.of().rectificationId())
                .cadre(e.of().cadreId())
                .kind(kind);
    }
}
