package org.minqing.query.rectification;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureCorrected;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmationVoided;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationCorrected;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.events.rectification.RectificationEvent.RectificationVoided;
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
                of(name), programme, organisation, county, owner, matter, words, LocalDate.parse(RAISED));
    }

    MeasureSet set(RectificationRaised r, Sealed text, String day) {
        return new MeasureSet(
                r.rectificationId(), programme, organisation, county, r.cadreId(), text, LocalDate.parse(day));
    }

    DoneReported done(RectificationRaised r, String day) {
        return new DoneReported(
                r.rectificationId(), programme, organisation, county, r.cadreId(), LocalDate.parse(day));
    }

    RectificationSentBack back(RectificationRaised r, String day) {
        return new RectificationSentBack(
                r.rectificationId(), programme, organisation, county, r.cadreId(), words, null, LocalDate.parse(day));
    }

    RectificationConfirmed confirmed(RectificationRaised r, String day) {
        return new RectificationConfirmed(
                r.rectificationId(), programme, organisation, county, r.cadreId(), LocalDate.parse(day));
    }

    RectificationCorrected corrected(UUID target, RectificationRaised before, RectificationRaised after) {
        return new RectificationCorrected(
                before.rectificationId(),
                programme,
                organisation,
                county,
                before.cadreId(),
                target,
                before,
                after,
                words,
                null,
                before.occurredOn());
    }

    MeasureCorrected corrected(UUID target, MeasureSet before, MeasureSet after) {
        return new MeasureCorrected(
                before.rectificationId(),
                programme,
                organisation,
                county,
                before.cadreId(),
                target,
                before,
                after,
                words,
                null,
                before.occurredOn());
    }

    RectificationVoided voided(UUID target, RectificationRaised before) {
        return new RectificationVoided(
                before.rectificationId(),
                programme,
                organisation,
                county,
                before.cadreId(),
                target,
                before,
                words,
                null,
                before.occurredOn());
    }

    RectificationConfirmationVoided voided(UUID target, RectificationConfirmed before) {
        return new RectificationConfirmationVoided(
                before.rectificationId(),
                programme,
                organisation,
                county,
                before.cadreId(),
                target,
                before,
                words,
                null,
                before.occurredOn());
    }
}
