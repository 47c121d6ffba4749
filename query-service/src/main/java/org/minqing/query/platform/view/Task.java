package org.minqing.query.platform.view;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do by a day. Worked out when it is asked for, never written.
 *
 * @param name {@code answer-concern}: said by {@code task.<name>} in the messages, {0} being the kind, {1} the place and {2} the month
 * @param subject what it is about
 * @param month of which month it is to be done; null: of none
 * @param dueOn the last day for it; overdue after it
 * @param until after this day it can no longer be done, and is no task; null: never too late
 * @param of whose it is, and where
 */
public record Task(
        String name,
        Subject subject,
        @Nullable YearMonth month,
        LocalDate dueOn,
        @Nullable LocalDate until,
        Dimensions of) {
    public Task(String name, Subject subject, LocalDate dueOn, Dimensions of) {
        this(name, subject, null, dueOn, null, of);
    }

    public Task(String name, Subject subject, LocalDate dueOn, @Nullable LocalDate until, Dimensions of) {
        this(name, subject, null, dueOn, until, of);
    }

    public boolean overdue(LocalDate asOf) {
        return dueOn.isBefore(asOf) && !tooLate(asOf);
    }

    public boolean tooLate(LocalDate asOf) {
        return until != null && until.isBefore(asOf);
    }
}
