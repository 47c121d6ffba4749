package org.minqing.command.platform.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.Naming;

/**
 * The events of one division in the order of their days, and what they call it: entered in any order, read by day. Of two
 * events of one day the later entered holds.
 */
public final class Namings {
    public static final Namings NONE = new Namings(List.of());

    private final List<DivisionEvent> events;
    private final List<Borne> borne;

    /**
     * What it is called from one day to another.
     *
     * @param to the day from which it is called otherwise; null for the last
     */
    record Borne(LocalDate from, @Nullable LocalDate to, Naming naming) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        boolean within(LocalDate begin, @Nullable LocalDate end) {
            return (end == null || from.isBefore(end)) && (to == null || begin.isBefore(to));
        }
    }

    private Namings(List<DivisionEvent> events) {
        this.events = List.copyOf(events);
        this.borne = fold(this.events);
    }

    private static List<Borne> fold(List<DivisionEvent> events) {
        List<Borne> borne = new ArrayList<>();
        Naming naming = null;
        for (int i = 0; i < events.size(); i++) {
            naming = Naming.after(naming, events.get(i));
            LocalDate from = events.get(i).occurredOn();
            LocalDate to = i + 1 < events.size() ? events.get(i + 1).occurredOn() : null;
            if (!from.equals(to)) {
                borne.add(new Borne(from, to, naming));
            }
        }
        return List.copyOf(borne);
    }

    /** Events in the order in which they were entered. */
    static Namings of(List<DivisionEvent> entered) {
        return new Namings(entered.stream()
                .sorted(Comparator.comparing(DivisionEvent::occurredOn))
                .toList());
    }

    /** Without one of its events, which is not the one it was registered with. */
    public Namings without(DivisionEvent event) {
        List<DivisionEvent> rest = new ArrayList<>(events);
        rest.remove(event);
        return new Namings(rest);
    }

    /** With one more event. */
    public Namings with(DivisionEvent event) {
        List<DivisionEvent> more = new ArrayList<>(events);
        int at = more.size();
        while (at > 0 && more.get(at - 1).occurredOn().isAfter(event.occurredOn())) {
            at--;
        }
        more.add(at, event);
        return new Namings(more);
    }

    /** The day it was registered from. */
    public LocalDate first() {
        return events.getFirst().occurredOn();
    }

    /** What it is called on a day; nothing before its first. */
    public Optional<Naming> on(LocalDate day) {
        return borne.stream().filter(b -> b.on(day)).map(Borne::naming).findFirst();
    }

    /** Everything it ever was called, oldest first. */
    List<Borne> all() {
        return borne;
    }

    /** The day after {@code day} on which its code is another; null where it keeps the code it bears then. */
    public @Nullable LocalDate recodedAfter(LocalDate day) {
        String code = on(day).map(Naming::code).orElse("");
        return borne.stream()
                .filter(b -> b.from().isAfter(day) && !b.naming().code().equals(code))
                .map(Borne::from)
                .findFirst()
                .orElse(null);
    }
}
