package org.minqing.query.dataquality;

import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.source.DataQuality.Severity;

/**
 * One rule; its title and remedy are the messages {@code rule.<number>.title} and {@code rule.<number>.remedy}.
 *
 * <p>Its SQL answers type, id and division of each record in which it finds something, out of the rows that {@link Prelude} names
 * and with the parameters described there. Where texts must be compared that are sealed, its SQL answers the candidates instead, as
 * {@link Copies.Candidate} describes them, and {@link Copies} finds those of equal texts.
 */
abstract class Rule {
    private final String number;
    private final Severity severity;
    private final String sql;
    private final @Nullable Comparison comparison;

    /**
     * @param number {@code DQ01}; never used again for another rule
     */
    Rule(String number, Severity severity, String sql) {
        this(number, severity, sql, null);
    }

    /** @param comparison of the candidates' texts; null: what the SQL answers is found */
    Rule(String number, Severity severity, String sql, @Nullable Comparison comparison) {
        this.number = number;
        this.severity = severity;
        this.sql = sql;
        this.comparison = comparison;
    }

    final String number() {
        return number;
    }

    final Severity severity() {
        return severity;
    }

    final String sql() {
        return sql;
    }

    final @Nullable Comparison comparison() {
        return comparison;
    }

    /** All that decides what the rule finds. */
    final String definition() {
        return number + "\n" + sql + (comparison == null ? "" : "\n" + comparison);
    }
}
