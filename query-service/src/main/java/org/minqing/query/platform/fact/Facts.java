package org.minqing.query.platform.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Units;
import org.minqing.events.Voided;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;

/** The facts of an event: a pure function of the event alone. */
public final class Facts {
    private final Views views;
    private final Catalogue catalogue;

    public Facts(Views views, Catalogue catalogue) {
        this.views = views;
        this.catalogue = catalogue;
    }

    public List<FactRow> of(RecordedEvent<?> recorded) {
        return views.ofStreamType(recorded.meta().streamType())
                .map(view -> rows(view, recorded))
                .orElse(List.of());
    }

    private List<FactRow> rows(View<DomainEvent> view, RecordedEvent<?> recorded) {
        List<FactRow> rows = new ArrayList<>();
        signed(view, recorded.event(), recorded.meta())
                .forEach(fact -> rows.add(row(recorded.meta().position(), rows.size(), fact)));
        return rows;
    }

    /**
     * A void takes the facts of what was in force back; a correction gives those of what is in force from now on, too. It is
     * always the last correction that is voided, so what was in force before it is again.
     */
    private static Stream<Fact> signed(View<DomainEvent> view, DomainEvent event, EventMeta meta) {
        return switch (event) {
            case Voided<?> e
            when e.before() instanceof Corrected<?> never ->
                Stream.concat(
                        view.facts(never.after(), meta.of(never.target())).map(Fact::negated),
                        view.facts(never.before(), meta.of(never.target())));
            case Voided<?> e -> view.facts(e.before(), meta.of(e.target())).map(Fact::negated);
            case Corrected<?> e ->
                Stream.concat(
                        view.facts(e.before(), meta.of(e.target())).map(Fact::negated),
                        view.facts(e.after(), meta.of(e.target())));
            default -> view.facts(event, meta);
        };
    }

    private FactRow row(long position, int ordinal, Fact fact) {
        if (fact.measure().equals(Fact.LAUNCH)) {
            return new FactRow(position, ordinal, fact, "date", null);
        }
        Measure measure = catalogue
                .find(fact.measure())
                .orElseThrow(() -> new IllegalStateException("no measure " + fact.measure() + " in the catalogue"));
        String unit = fact.amount().unit();
        return new FactRow(
                position,
                ordinal,
                fact,
                unit == null ? measure.unit() : Units.code(unit).orElse(unit),
                Count.of(measure).map(count -> count.key(fact)).orElse(null));
    }
}
