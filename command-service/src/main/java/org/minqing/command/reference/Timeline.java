package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What held from which day on: entered in any order, read by day. Of two entries of one day the later entered holds. */
public record Timeline<T>(List<Entry<T>> entries) {
    public record Entry<T>(LocalDate from, T value) {}

    public Timeline {
        entries = List.copyOf(entries);
    }

    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    /** With one more entry. */
    public Timeline<T> with(LocalDate from, T value) {
        List<Entry<T>> more = new ArrayList<>(entries);
        int at = more.size();
        while (at > 0 && more.get(at - 1).from().isAfter(from)) {
            at--;
        }
        more.add(at, new Entry<>(from, value));
        return new Timeline<>(more);
    }

    /** What held on the day; nothing before the first entry. */
    public Optional<T> on(LocalDate day) {
        return entries.stream()
                .filter(e -> !e.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Entry::value);
    }
}
