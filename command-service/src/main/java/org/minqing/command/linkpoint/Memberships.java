package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who belongs to a roster, by which event and from when until when: the cadres enrolled, the households admitted.
 *
 * @param <T> what the event said of the member
 */
final class Memberships<T> {
    private final Map<UUID, Membership<T>> byId = new LinkedHashMap<>();

    /**
     * From its first day until, but without, the day it ended on.
     *
     * @param terms what was said when it began, and is said again when it ends
     */
    record Membership<T>(UUID member, T terms, LocalDate from, LocalDate to) {
        boolean open() {
            return to.equals(LocalDate.MAX);
        }

        boolean on(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    void begin(UUID id, UUID member, T terms, LocalDate day) {
        byId.put(id, new Membership<>(member, terms, day, LocalDate.MAX));
    }

    void end(UUID id, LocalDate day) {
        byId.computeIfPresent(id, (same, m) -> new Membership<>(m.member, m.terms, m.from, day));
    }

    /** In the order in which they began to be known. */
    Stream<Membership<T>> of(UUID member) {
        return byId.values().stream().filter(each -> each.member.equals(member));
    }

    /** Those nobody has ended. */
    Stream<Membership<T>> open(UUID member) {
        return of(member).filter(Membership::open);
    }

    Stream<Membership<T>> on(UUID member, LocalDate day) {
        return of(member).filter(each -> each.on(day));
    }

    /** The one that began by this event. */
    Optional<Membership<T>> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The last day on which a membership of somebody ended. */
    Optional<LocalDate> lastEnd(UUID member) {
        return of(member).filter(each -> !each.open()).map(Membership::to).max(LocalDate::compareTo);
    }

    /** The last day on which a membership of somebody began or ended. */
    Optional<LocalDate> lastStep(UUID member) {
        return of(member).map(each -> each.open() ? each.from : each.to).max(LocalDate::compareTo);
    }
}
