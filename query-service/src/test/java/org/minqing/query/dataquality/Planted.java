package org.minqing.query.dataquality;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in which a rule finds something, and one beside it in which it finds nothing.
 *
 * @param last the last day on which it finds nothing in the former either, where days are what it looks at
 */
record Planted(
        String rule, UUID faulty, UUID clean, @Nullable LocalDate last) {
    static Planted of(String rule, UUID faulty, UUID clean) {
        return new Planted(rule, faulty, clean, null);
    }

    static Planted after(LocalDate day, int days, String rule, UUID faulty, UUID clean) {
        return new Planted(rule, faulty, clean, day.plusDays(days));
    }

    @Override
    public String toString() {
        return rule;
    }
}
