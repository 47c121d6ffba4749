package org.minqing.query.platform.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.sample.ThingEvent.PartAdded;
import org.minqing.query.platform.sample.ThingEvent.PartRemoved;
import org.minqing.query.platform.sample.ThingEvent.PartStep;
import org.minqing.query.platform.sample.ThingEvent.ThingGrown;
import org.minqing.query.platform.sample.ThingEvent.ThingMade;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Key;
import org.minqing.query.platform.view.Measure.Style;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.View;

/** One measure of each aggregation. A thing grown by 666 cannot be taken in. */
public final class ThingView implements View<ThingEvent> {
    public static final int POISON = 666;

    /** A thing. */
    public record Thing(UUID thingId, String divisionId, String colour, int size, int parts) {}

    /** A part of a thing. */
    public record Part(UUID partId, UUID thingId, String divisionId, String colour, boolean removed) {}

    /** Whether a part is in its place, where it is to be looked at. */
    enum Fitting {
        FITTED,
        REMOVED
    }

    @Override
    public List<Entity<ThingEvent, ?>> entities() {
        return List.of(
                Entity.of(ThingEvent.class, "Thing", "things", Thing.class)
                        .begunBy(ThingMade.class, ThingView::thing)
                        .dimensions(t -> Dimensions.at(t.divisionId()).kind(t.colour()))
                        .label(t -> Label.of(t.colour()))
                        .evolve(ThingView::thing),
                Entity.of(ThingEvent.class, "Part", "parts", Part.class)
                        .toldBy(PartStep.class, e -> Stream.of(e.partId()))
                        .begunBy(PartAdded.class, ThingView::part)
                        .dimensions(ThingView::place)
                        .tasks(Set.of(Fitting.FITTED), ThingView::look)
                        .evolve(ThingView::part));
    }

    private static Dimensions place(Part p) {
        return Dimensions.at(p.divisionId()).status(p.removed() ? Fitting.REMOVED : Fitting.FITTED);
    }

    private static Stream<Task> look(Part p) {
        return Stream.of(
                new Task("look-at-part", new Subject("Part", p.partId().toString()), LocalDate.EPOCH, place(p)));
    }

    private static Thing thing(ThingMade e) {
        return new Thing(e.of().thingId(), e.of().divisionId(), e.colour(), e.size(), 0);
    }

    private static Thing thing(Thing t, ThingEvent event) {
        return switch (event) {
            case ThingMade e -> thing(e);
            case ThingGrown e when e.by() == POISON -> throw new IllegalArgumentException("too much");
            case ThingGrown e -> new Thing(t.thingId, t.divisionId, t.colour, t.size + e.by(), t.parts);
            case PartAdded e -> parts(t, 1);
            case PartRemoved e -> parts(t, -1);
        };
    }

    private static Thing parts(Thing t, int more) {
        return new Thing(t.thingId, t.divisionId, t.colour, t.size, t.parts + more);
    }

    private static Part part(PartAdded e) {
        return new Part(e.partId(), e.of().thingId(), e.of().divisionId(), e.colour(), false);
    }

    private static Part part(Part p, PartStep event) {
        return switch (event) {
            case PartAdded e -> part(e);
            case PartRemoved e -> new Part(p.partId, p.thingId, p.divisionId, p.colour, true);
        };
    }

    @Override
    public Stream<Fact> facts(ThingEvent event, EventMeta meta) {
        return switch (event) {
            case ThingMade e -> made(e, meta.eventId());
            case ThingGrown e -> grown(e, meta.eventId());
            case PartAdded e ->
                Stream.of(
                        Fact.of("X-LEVEL", e, e.partId()),
                        Fact.of("X-RATIO", e, e.partId()).kind(Aggregation.DENOMINATOR));
            case PartRemoved e ->
                Stream.of(
                        Fact.of("X-LEVEL", e, e.partId()).negated(),
                        Fact.of("X-RATIO", e, e.partId()).kind(Aggregation.NUMERATOR));
        };
    }

    private static Stream<Fact> made(ThingMade e, UUID subject) {
        return Stream.of(
                Fact.of("X-SUM", e, subject)
                        .quantity(BigDecimal.valueOf(e.size()))
                        .kind(e.colour()),
                Fact.of("X-DISTINCT", e, subject).kind(e.colour()),
                Fact.of("X-STOCK", e, subject).kind(e.colour()),
                Fact.of("X-DATE", e, subject),
                Fact.of("X-SETTING", e, subject).quantity(BigDecimal.valueOf(e.size())));
    }

    private static Stream<Fact> grown(ThingGrown e, UUID subject) {
        return Stream.of(Fact.of("X-SUM", e, subject)
                .quantity(
                        BigDecimal.valueOf(e.by()), "things", e.by() % 2 == 0 ? Qualifier.EXACT : Qualifier.AT_LEAST));
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                measure("X-SUM", Aggregation.SUM, null, Window.SINCE_LAUNCH),
                measure("X-LEVEL", Aggregation.LEVEL, null, Window.ON_DAY),
                measure("X-DISTINCT", Aggregation.DISTINCT, Key.KIND, Window.SINCE_LAUNCH),
                measure("X-STOCK", Aggregation.DISTINCT, Key.KIND, Window.ON_DAY),
                measure("X-DATE", Aggregation.DATE, null, Window.ON_DAY),
                measure("X-SETTING", Aggregation.SETTING, null, Window.ON_DAY),
                measure("X-RATIO", Aggregation.RATIO, null, Window.IN_PERIOD));
    }

    private static Measure measure(String id, Aggregation aggregation, @Nullable Key key, Window window) {
        return new Measure(id, aggregation, key, window, "things", false, Style.FULL, id, id);
    }
}
