package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days at whose end more had been paid than received: no refusal, for entries come late, but worth a look.
 *
 * @param to last of them; null while it lasts
 */
record Overdrawn(LocalDate from, @Nullable LocalDate to) {
    /** The days before, and what the balance after an entry of {@code day}, never before the last one's, makes of them. */
    static List<Overdrawn> after(List<Overdrawn> before, LocalDate day, BigDecimal balance) {
        Overdrawn last = before.isEmpty() ? null : before.getLast();
        boolean open = last != null && last.to() == null;
        boolean negative = balance.signum() < 0;
        if (open == negative) {
            return before;
        }
        List<Overdrawn> days = new ArrayList<>(before);
        LocalDate eve = day.minusDays(1);
        if (last != null && open) {
            days.removeLast();
            if (last.from().isBefore(day)) {
                days.add(new Overdrawn(last.from(), eve));
            }
        } else if (last != null && eve.equals(last.to())) {
            days.removeLast();
            days.add(new Overdrawn(last.from(), null)); // mended and overdrawn again within the day
        } else {
            days.add(new Overdrawn(day, null));
        }
        return List.copyOf(days);
    }
}
