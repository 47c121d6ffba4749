package org.minqing.query.rectification;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.events.rectification.RectificationSource;

/** What one office is to put right, in a county of its own. */
final class Shortcomings {
    static final String RAISED = "2012-01-10";

    final String county;
    final UUID programme;
    final UUID organisation;
    final UUID cadre;
    final Sealed words;

    Shortcomings(String county, Sealed words) {
        this.county = county;
        this.words = words;
        this.programme = id("programme " + county);
        this.organisation = id("office " + county);
        this.cadre = id("cadre " + county);
    }

    UUID of(String name) {
        return id("rectification " + county + name);
    }

    RectificationRaised raised(String name, Aspect aspect, @Nullable UUID owner, String due) {
        Matter matter = new Matter(
                RectificationSource.HAZARD,
                aspect,
                List.of(new Source("Organisation", organisation.toString())),
                LocalDate.parse(due));
        return new RectificationRaised(
                new Owner(of(name), programme, organisation, county, owner), matter, words, LocalDate.parse(RAISED));
    }

    MeasureSet set(RectificationRaised r, Sealed text, String day) {
        return new MeasureSet(r.of(), text, LocalDate.parse(day));
    }

    DoneReported done(RectificationRaised r, String day) {
        return new DoneReported(r.of(), LocalDate.parse(day));
    }

    RectificationSentBack back(RectificationRaised r, String day) {
        return new RectificationSentBack(r.of(), words, null, LocalDate.parse(day));
    }

    RectificationConfirmed confirmed(RectificationRaised r, String day) {
        return new RectificationConfirmed(r.of(), LocalDate.parse(day));
    }

    Corrected<RectificationEvent> corrected(UUID target, RectificationEvent before, RectificationEvent after) {
        return new Corrected<>(target, before, after, words, null);
    }

    Voided<DomainEvent> voided(UUID target, DomainEvent before) {
        return new Voided<>(target, before, words, null);
    }
}
