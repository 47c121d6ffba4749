package org.minqing.query.dataquality;

import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.source.DataQuality.Severity;

/**
 * One rule; its title and remedy are the messages {@code rule.<number>.title} and {@code rule.<number>.remedy}.
 *
 * <p>Its SQL answers type, id and division of each record in which it finds something, out of the rows that {@link Prelude} names
 * and with the parameters described there. Where texts must be compared that are sealed, its SQL answers the candidates instead, as
 * {@link Copies.Candidate} describes them, and {@link Copies} finds those of equal texts.
 *
 * @param number {@code DQ01}; never used again for another rule
 * @param comparison of the candidates' texts; null: what the SQL answers is found
 */
record Rule(
        String number,
        Severity severity,
        String sql,
        @Nullable Comparison comparison) {
    /** A record in which a rule finds something. */
    record Found(String type, String record, @Nullable String division) {}

    static Rule error(String number, String sql) {
        return new Rule(number, Severity.ERROR, sql, null);
    }

    static Rule warning(String number, String sql) {
        return new Rule(number, Severity.WARNING, sql, null);
    }

    static Rule warning(String number, String sql, Comparison comparison) {
        return new Rule(number, Severity.WARNING, sql, comparison);
    }

    /** All that decides what the rule finds. */
    String definition() {
        return number + "\n" + sql + (comparison == null ? "" : "\n" + comparison);
    }
}
