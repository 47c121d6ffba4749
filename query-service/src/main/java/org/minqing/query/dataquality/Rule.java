package org.minqing.query.dataquality;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.source.DataQuality.Severity;
import org.minqing.query.platform.source.Names;

/**
 * One rule; its title and remedy are the messages {@code rule.<number>.title} and {@code rule.<number>.remedy}.
 *
 * <p>Its SQL answers type, id and division of each record in which it finds something, out of the rows that {@link Prelude} names
 * and with the parameters described there. Where texts must be read that are sealed, its SQL answers the candidates instead, as
 * {@link SealedTexts.Candidate} describes them, and {@link Copies} finds those of equal texts, {@link Contradictions} those that
 * say against what stands beside them.
 *
 * @param number {@code DQ01}; never used again for another rule
 * @param comparison of the candidates' texts, and
 * @param contradiction in them; both null: what the SQL answers is found
 * @param walk on which its records are found one after the other; null: it compares them with one another, or looks for what is rare
 */
record Rule(
        String number,
        Severity severity,
        String sql,
        @Nullable Comparison comparison,
        @Nullable Contradiction contradiction,
        @Nullable Walk walk) {
    /** A record in which a rule finds something. */
    record Found(String type, String record, @Nullable String division) {}

    static Rule error(String number, String sql) {
        return new Rule(number, Severity.ERROR, sql, null, null, null);
    }

    static Rule warning(String number, String sql) {
        return new Rule(number, Severity.WARNING, sql, null, null, null);
    }

    static Rule warning(String number, String sql, Comparison comparison) {
        return new Rule(number, Severity.WARNING, sql, comparison, null, null);
    }

    static Rule warning(String number, String sql, Contradiction contradiction) {
        return new Rule(number, Severity.WARNING, sql, null, contradiction, null);
    }

    /** The same rule, that need not be asked of everything at once. */
    Rule through(Walk walk) {
        return new Rule(number, severity, sql, comparison, contradiction, walk);
    }

    /** What reads the candidates' texts, if there is anything to read. */
    Optional<SealedTexts> reading(Names names) {
        return comparison != null
                ? Optional.of(new Copies(names, comparison))
                : Optional.ofNullable(contradiction).map(each -> new Contradictions(names, each));
    }

    /** All that decides what the rule finds. */
    String definition() {
        return number + "\n" + sql + (comparison == null ? "" : "\n" + comparison)
                + (contradiction == null ? "" : "\n" + contradiction);
    }
}
