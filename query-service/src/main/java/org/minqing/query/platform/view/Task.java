package org.minqing.query.platform.view;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do by a day.
 *
 * @param name {@code answer-concern}: said by {@code task.<name>} in the messages, {0} being the kind, {1} the place and {2} the month
 * @param subject what it is about
 * @param month of which month it is to be done; null: of none
 * @param from the first day on which it is told; null: as soon as what it follows from stands
 * @param dueOn the last day for it; overdue after it
 * @param until after this day it can no longer be done, and is no task; null: never too late
 * @param monthly whether the same is to be done of every month that follows, each told and due a month later; a month's days all
 *     count from its first or to its last
 * @param of whose it is, and where
 */
public record Task(
        String name,
        Subject subject,
        @Nullable YearMonth month,
        @Nullable LocalDate from,
        LocalDate dueOn,
        @Nullable LocalDate until,
        boolean monthly,
        Dimensions of) {
    public Task(String name, Subject subject, LocalDate dueOn, Dimensions of) {
        this(name, subject, dueOn, null, of);
    }

    public Task(String name, Subject subject, LocalDate dueOn, @Nullable LocalDate until, Dimensions of) {
        this(name, subject, null, null, dueOn, until, false, of);
    }

    /** What of it is told on a day: itself or nothing; of something monthly each month that is told then. */
    public Stream<Task> on(LocalDate asOf) {
        return monthly
                ? Stream.iterate(single(0), task -> task.begun(asOf), Task::next)
                        .filter(task -> !task.tooLate(asOf))
                : Stream.of(this).filter(task -> task.begun(asOf) && !task.tooLate(asOf));
    }

    private boolean begun(LocalDate asOf) {
        return from == null || !from.isAfter(asOf);
    }

    private Task next() {
        return single(1);
    }

    private Task single(int months) {
        return new Task(
                name,
                subject,
                month == null ? null : month.plusMonths(months),
                from == null ? null : from.plusMonths(months),
                monthEnd(dueOn, months),
                until == null ? null : monthEnd(until, months),
                false,
                of);
    }

    private static LocalDate monthEnd(LocalDate day, int months) {
        return day.plusDays(1).plusMonths(months).minusDays(1);
    }

    public boolean overdue(LocalDate asOf) {
        return dueOn.isBefore(asOf) && !tooLate(asOf);
    }

    public boolean tooLate(LocalDate asOf) {
        return until != null && until.isBefore(asOf);
    }

    /** Where it stands in a list: by day, and within a day always in the same order. */
    public String place() {
        return dueOn + " " + name + " " + subject.id();
    }
}
