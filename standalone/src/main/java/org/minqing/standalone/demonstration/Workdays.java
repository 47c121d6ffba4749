package org.minqing.standalone.demonstration;

import java.time.LocalDate;

/** Monday to Friday. */
final class Workdays {
    private static final int A_WEEK = 5;

    private Workdays() {}

    /** The day so many workdays after a Monday. */
    static LocalDate after(LocalDate monday, int days) {
        return monday.plusWeeks(days / A_WEEK).plusDays(days % A_WEEK);
    }
}
