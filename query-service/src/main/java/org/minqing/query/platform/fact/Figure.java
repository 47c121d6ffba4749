package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;

/**
 * A number in a unit, what there is in other units beside it, or a day.
 *
 * @param number null for a DATE, for a RATIO or SETTING over no evidence, and for a SETTING of which several differ
 * @param date for a DATE, null over no evidence
 * @param other what is left in other units, a figure for each: never added; of a SETTING without a number, each that is in force
 * @param parts numerator and denominator of a RATIO
 */
public record Figure(
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        String unit,
        Qualifier qualifier,
        List<Figure> other,
        Map<String, BigDecimal> parts) {

    public static Figure of(@Nullable BigDecimal number, String unit, Qualifier qualifier) {
        return new Figure(number, null, unit, qualifier, List.of(), Map.of());
    }

    static Figure of(@Nullable LocalDate date, String unit) {
        return new Figure(null, date, unit, Qualifier.EXACT, List.of(), Map.of());
    }

    /** The number or the day, as JSON carries it. */
    public @Nullable Object value() {
        return date != null ? date.toString() : number;
    }
}
