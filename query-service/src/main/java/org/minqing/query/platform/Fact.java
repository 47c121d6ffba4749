package org.minqing.query.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;

/**
 * One signed contribution to one measure. Corrections give the negative of what was and what is instead, both on the day of the
 * fact corrected.
 *
 * @param measure id in the catalogue, {@code M20b}
 * @param validOn the day it counts on
 * @param division divisionId of the place; facts that hold programme-wide (DATE, SETTING, rounds, the launch) carry the division
 *     of the programme's organisation
 * @param task T1 to T7
 * @param kind earmark, source, item, round, group or year; the key of measures that count these
 * @param subject what it is about, without which one fact cannot be told from another: the entry, link, card, visit, ... A
 *     negative fact has the subject of the one it takes back
 * @param quantity signed; 1 for what is counted
 * @param unit {@code CNY}, {@code m3}, ...; null: the measure's own
 * @param qualifier how exactly the quantity is known
 */
public record Fact(
        String measure,
        LocalDate validOn,
        @Nullable UUID programme,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        @Nullable UUID household,
        @Nullable String task,
        @Nullable String kind,
        String subject,
        BigDecimal quantity,
        @Nullable String unit,
        Qualifier qualifier) {

    /** The fact that gives a programme its launch day, from which SINCE_LAUNCH runs: quantity 1 on that day, subject the programme. */
    public static final String LAUNCH = "LAUNCH";

    /** One of something on the event's day, with the event's own programme, division and organisation. */
    public static Fact of(String measure, DomainEvent event, Object subject) {
        return new Fact(
                measure,
                event.occurredOn(),
                event.programme(),
                event.division(),
                event.organisation(),
                null,
                null,
                null,
                null,
                subject.toString(),
                BigDecimal.ONE,
                null,
                Qualifier.EXACT);
    }

    /** Takes it back. */
    public Fact negated() {
        return quantity(quantity.negate());
    }

    public Fact on(LocalDate value) {
        return new Fact(
                measure,
                value,
                programme,
                division,
                organisation,
                cadre,
                household,
                task,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact programme(@Nullable UUID value) {
        return new Fact(
                measure,
                validOn,
                value,
                division,
                organisation,
                cadre,
                household,
                task,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact division(@Nullable String value) {
        return new Fact(
                measure,
                validOn,
                programme,
                value,
                organisation,
                cadre,
                household,
                task,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact organisation(@Nullable UUID value) {
        return new Fact(
                measure, validOn, programme, division, value, cadre, household, task, kind, subject, quantity, unit,
                qualifier);
    }

    public Fact cadre(@Nullable UUID value) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                value,
                household,
                task,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact household(@Nullable UUID value) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                cadre,
                value,
                task,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact task(@Nullable String value) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                cadre,
                household,
                value,
                kind,
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact kind(@Nullable Object value) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                cadre,
                household,
                task,
                value == null ? null : value.toString(),
                subject,
                quantity,
                unit,
                qualifier);
    }

    public Fact quantity(BigDecimal value) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                cadre,
                household,
                task,
                kind,
                subject,
                value,
                unit,
                qualifier);
    }

    /** A measured quantity with its unit and qualifier. */
    public Fact quantity(BigDecimal value, String unit, Qualifier qualifier) {
        return new Fact(
                measure,
                validOn,
                programme,
                division,
                organisation,
                cadre,
                household,
                task,
                kind,
                subject,
                value,
                unit,
                qualifier);
    }
}
