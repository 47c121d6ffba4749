package org.minqing.command.concern;

import java.time.LocalDate;
import org.minqing.events.concern.ConcernKind;

/** How long people wait for an answer. */
final class Due {
    private Due() {}

    /** The last day for an answer, counted from the day on which the concern was raised, or taken up again. */
    static LocalDate on(ConcernKind kind, LocalDate from) {
        return from.plusDays(
                switch (kind) {
                    case OPINION, SUGGESTION -> 30;
                    case DIFFICULTY -> 15;
                    case REQUEST -> 60;
                });
    }
}
