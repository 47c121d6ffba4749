package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on a day as known at a position, where the asker sees it, narrowed down to what a question names: SQL with its parameters. */
final class Narrowing {
    /** Length of a village's divisionId: nothing lies below it, and what lies there stands in order. */
    private static final int VILLAGE = 12;

    private final StringBuilder sql = new StringBuilder(" and valid @> :asOf::date and known @> :knownAt::int8"
            + " and (division is null or division between :scope and :scopeEnd)");
    private final Map<String, Object> parameters = new HashMap<>();

    Narrowing(LocalDate asOf, long knownAt, String scope) {
        parameters.put("asOf", asOf);
        parameters.put("knownAt", knownAt);
        parameters.put("scope", scope);
        parameters.put("scopeEnd", scope + "~");
    }

    /** @param value null: the question does not name it */
    Narrowing by(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and (").append(condition).append(')');
            parameters.put(name, value);
        }
        return this;
    }

    /** By what every question may name. */
    Narrowing within(
            @Nullable Object division,
            @Nullable Object programme,
            @Nullable Object organisation,
            @Nullable Object household,
            @Nullable Object kind) {
        return by(
                        division != null && division.toString().length() == VILLAGE
                                ? "division = :division"
                                : "division between :division and :division || '~'",
                        "division",
                        division)
                .by("programme is null or programme = :programme", "programme", programme)
                .by("organisation = :organisation", "organisation", organisation)
                .by("household = :household", "household", household)
                .by(":kind = any (kinds)", "kind", kind);
    }

    /** A parameter of the rest of the statement. */
    Narrowing with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Conditions of one row, each after an {@code and}. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
