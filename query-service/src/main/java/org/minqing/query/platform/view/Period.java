package org.minqing.query.platform.view;

import java.time.LocalDate;

/** Days from one to another, both included. */
public record Period(LocalDate from, LocalDate to) {
    /** The calendar year that holds the day. */
    public static Period yearOf(LocalDate day) {
        return new Period(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
    }
}
