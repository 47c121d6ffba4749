package org.minqing.query.platform.view;

import java.time.LocalDate;
import java.util.List;

/**
 * A {@link TaskRule} for all that ever happened: what it tells of a subject at every position, worked out in one pass over what is read
 * once. A rebuild tells so; the tail, which asks about one position, looks up.
 *
 * @param states SQL over {@code asked (id)}, subjects of the rule: {@code about}, the subject, {@code detail}, JSON, and all columns of
 *     {@code read.register} of each state the tasks follow from, however it was known
 * @param facts SQL over the same: {@code about} and all columns of {@code read.fact}; empty where no fact counts
 */
public record Retelling(String states, String facts, Told told) {
    /** What is to be done about a subject on a day as known at a position. */
    public interface Told {
        List<Task> on(Circumstances circumstances, LocalDate day, long position);
    }
}
