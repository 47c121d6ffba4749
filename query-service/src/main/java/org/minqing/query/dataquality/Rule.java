package org.minqing.query.dataquality;

import org.minqing.query.platform.DataQuality.Severity;

/**
 * One rule; its title and remedy are the messages {@code rule.<number>.title} and {@code rule.<number>.remedy}.
 *
 * <p>Its SQL answers type, id and division of each record in which it finds something, out of the rows that {@link Prelude} names
 * and with the parameters described there.
 */
abstract class Rule {
    private final String number;
    private final Severity severity;
    private final String sql;

    /**
     * @param number {@code DQ01}; never used again for another rule
     */
    Rule(String number, Severity severity, String sql) {
        this.number = number;
        this.severity = severity;
        this.sql = sql;
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
}
