package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The launch day of each programme as it is known at each position. */
public final class Launches {
    private final TreeMap<Long, Map<@Nullable UUID, LocalDate>> known = new TreeMap<>();

    /**
     * A fact {@link org.minqing.query.platform.view.Fact#LAUNCH}.
     *
     * @param quantity negative: taken back
     */
    public record Launch(long position, UUID programme, LocalDate day, BigDecimal quantity) {}

    /**
     * The days of a programme that a change of its launch takes in or leaves out.
     *
     * @param before the first day no longer meant
     */
    public record Change(long position, UUID programme, LocalDate from, LocalDate before) {}

    /** @param facts in the order of the log */
    public Launches(List<Launch> facts) {
        Map<UUID, TreeMap<LocalDate, BigDecimal>> days = new HashMap<>();
        known.put(0L, new HashMap<>());
        for (Launch fact : facts) {
            TreeMap<LocalDate, BigDecimal> own = days.computeIfAbsent(fact.programme, id -> new TreeMap<>());
            own.merge(fact.day, fact.quantity, BigDecimal::add);
            Map<@Nullable UUID, LocalDate> now =
                    new HashMap<>(Objects.requireNonNull(known.lastEntry()).getValue());
            now.remove(fact.programme);
            own.forEach((day, sum) -> {
                if (sum.signum() > 0) {
                    now.putIfAbsent(fact.programme, day);
                }
            });
            known.put(fact.position, now);
        }
    }

    /** By programme; none: it runs from the beginning. */
    Map<@Nullable UUID, LocalDate> at(long position) {
        return Objects.requireNonNull(known.floorEntry(position)).getValue();
    }

    /** What launches change from one position, exclusive, to another, inclusive. */
    public List<Change> changes(long after, long to) {
        return known.subMap(after, false, to, true).entrySet().stream()
                .flatMap(entry -> {
                    Map<@Nullable UUID, LocalDate> before = at(entry.getKey() - 1);
                    Map<@Nullable UUID, LocalDate> now = entry.getValue();
                    return java.util.stream.Stream.of(before.keySet(), now.keySet())
                            .flatMap(Collection::stream)
                            .distinct()
                            .map(Objects::requireNonNull)
                            .filter(programme -> !Objects.equals(before.get(programme), now.get(programme)))
                            .map(programme -> change(
                                    entry.getKey(),
                                    programme,
                                    before.getOrDefault(programme, LocalDate.MIN),
                                    now.getOrDefault(programme, LocalDate.MIN)));
                })
                .toList();
    }

    private static Change change(long position, UUID programme, LocalDate one, LocalDate other) {
        return one.isBefore(other)
                ? new Change(position, programme, one, other)
                : new Change(position, programme, other, one);
    }
}
