package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.minqing.query.platform.view.Period;

/** By what a figure is told apart. */
public enum GroupBy {
    MONTH("to_char(valid_on, 'YYYY-MM')"),
    QUARTER("to_char(valid_on, 'YYYY-\"Q\"Q')"),
    YEAR("to_char(valid_on, 'YYYY')"),
    DIVISION("division"),
    ORGANISATION("organisation::text"),
    CADRE("cadre::text"),
    TASK("task"),
    KIND("kind");

    final String sql;

    GroupBy(String sql) {
        this.sql = sql;
    }

    public boolean time() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    /** The key of the group that holds the day. */
    String key(LocalDate day) {
        return switch (this) {
            case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> "%04d".formatted(day.getYear());
            default -> throw new IllegalStateException(this + " is no time");
        };
    }

    private LocalDate start(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            default -> day.withDayOfYear(1);
        };
    }

    /** Every group from one day to another, in order; the last ends with that day. */
    List<Period> groups(LocalDate from, LocalDate to) {
        List<Period> groups = new ArrayList<>();
        long months = this == MONTH ? 1 : this == QUARTER ? 3 : 12;
        for (LocalDate start = start(from); !start.isAfter(to); start = start.plus(months, ChronoUnit.MONTHS)) {
            LocalDate end = start.plusMonths(months).minusDays(1);
            groups.add(new Period(start, end.isAfter(to) ? to : end));
        }
        return groups;
    }
}
