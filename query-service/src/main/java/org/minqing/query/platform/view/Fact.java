package org.minqing.query.platform.view;

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
 * @param place where and for whom it counts
 * @param facets by what else it is told apart
 * @param subject what it is about, without which one fact cannot be told from another: the entry, link, card, visit, ... A
 *     negative fact has the subject of the one it takes back
 * @param amount how much it contributes
 */
public record Fact(String measure, LocalDate validOn, Place place, Facets facets, String subject, Amount amount) {

    /** The fact that gives a programme its launch day, from which SINCE_LAUNCH runs: quantity 1 on that day, subject the programme. */
    public static final String LAUNCH = "LAUNCH";

    /**
     * Where and for whom something counts.
     *
     * @param division divisionId of the place; facts that hold programme-wide (DATE, SETTING, rounds, the launch) carry the
     *     division of the programme's organisation
     */
    public record Place(
            @Nullable UUID programme,
            @Nullable String division,
            @Nullable UUID organisation) {}

    /**
     * By what figures are narrowed and grouped, beside the place.
     *
     * @param task T1 to T7
     * @param kind earmark, source, item, round, group or year; the key of measures that count these
     */
    public record Facets(
            @Nullable UUID cadre,
            @Nullable UUID household,
            @Nullable String task,
            @Nullable String kind) {
        private static final Facets NONE = new Facets(null, null, null, null);
    }

    /**
     * How much.
     *
     * @param quantity signed; 1 for what is counted
     * @param unit {@code CNY}, {@code m3}, ...; null: the measure's own
     * @param qualifier how exactly the quantity is known
     */
    public record Amount(BigDecimal quantity, @Nullable String unit, Qualifier qualifier) {
        private static final Amount ONE = new Amount(BigDecimal.ONE, null, Qualifier.EXACT);
    }

    /** One of something on the event's day, with the event's own programme, division and organisation. */
    public static Fact of(String measure, DomainEvent event, Object subject) {
        Place place = new Place(event.programme(), event.division(), event.organisation());
        return new Fact(measure, event.occurredOn(), place, Facets.NONE, subject.toString(), Amount.ONE);
    }

    /** Takes it back. */
    public Fact negated() {
        return quantity(quantity().negate());
    }

    public Fact on(LocalDate value) {
        return new Fact(measure, value, place, facets, subject, amount);
    }

    private Fact at(Place value) {
        return new Fact(measure, validOn, value, facets, subject, amount);
    }

    private Fact by(Facets value) {
        return new Fact(measure, validOn, place, value, subject, amount);
    }

    private Fact of(Amount value) {
        return new Fact(measure, validOn, place, facets, subject, value);
    }

    public Fact programme(@Nullable UUID value) {
        return at(new Place(value, place.division, place.organisation));
    }

    public Fact division(@Nullable String value) {
        return at(new Place(place.programme, value, place.organisation));
    }

    public Fact organisation(@Nullable UUID value) {
        return at(new Place(place.programme, place.division, value));
    }

    public Fact cadre(@Nullable UUID value) {
        return by(new Facets(value, facets.household, facets.task, facets.kind));
    }

    public Fact household(@Nullable UUID value) {
        return by(new Facets(facets.cadre, value, facets.task, facets.kind));
    }

    public Fact task(@Nullable String value) {
        return by(new Facets(facets.cadre, facets.household, value, facets.kind));
    }

    public Fact kind(@Nullable Object value) {
        return by(new Facets(facets.cadre, facets.household, facets.task, value == null ? null : value.toString()));
    }

    public Fact quantity(BigDecimal value) {
        return of(new Amount(value, amount.unit, amount.qualifier));
    }

    /** A measured quantity with its unit and qualifier. */
    public Fact quantity(BigDecimal value, String unit, Qualifier qualifier) {
        return of(new Amount(value, unit, qualifier));
    }

    public @Nullable String kind() {
        return facets.kind;
    }

    public BigDecimal quantity() {
        return amount.quantity;
    }
}
