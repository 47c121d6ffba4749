package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * How one key is counted at every place above its facts, on every day, and what each position changes of it.
 *
 * <p>At a place, what the key's facts come to is a function of the day that changes on some days only. It stands as its changes: those of
 * the facts of no programme; of each programme what it has more with its own; of all programmes together what they have more than the
 * sum of all these (less, as a rule: who is counted in two programmes is one).
 */
public final class Stock {
    private final Count count;
    private final String key;
    private final Map<Slot, Map<Change, BigDecimal>> standing = new HashMap<>();

    /** Where, and of which days. */
    private record Slot(String place, LocalDate anchor) {}

    /** What is counted. */
    private record Mark(String part, Qualifier qualifier) {}

    /** On a day there is more or less of what is counted. */
    private record Change(UUID programme, LocalDate day, Mark mark) {}

    public Stock(Count count, String key) {
        this.count = count;
        this.key = key;
    }

    /** What stands already. */
    public void add(StockRow row) {
        Change change = new Change(row.programme(), row.validOn(), new Mark(row.part(), row.qualifier()));
        for (String place : row.places()) {
            add(
                    standing.computeIfAbsent(new Slot(place, row.anchor()), slot -> new HashMap<>()),
                    change,
                    row.quantity());
        }
    }

    private static void add(Map<Change, BigDecimal> changes, Change change, BigDecimal quantity) {
        changes.merge(change, quantity, (a, b) -> a.add(b).signum() == 0 ? null : a.add(b));
    }

    /**
     * Whether another fact changes nothing, whatever the other facts are: one more of what is there on each of its days, at every
     * place and for every programme. False: it must be worked out.
     */
    public boolean unmoved(KeyedFact fact, Launches launches) {
        UUID programme = fact.programme();
        if (count.rule() == Count.Rule.RATIO
                || programme == null
                || fact.division() == null
                || fact.quantity().signum() <= 0
                || fact.qualifier() != Qualifier.EXACT) {
            return false;
        }
        if (!begun(fact, launches.at(fact.position()))) {
            return true;
        }
        for (String place : Blocks.above(fact.division())) {
            for (LocalDate anchor : count.anchors(fact.validOn())) {
                Map<Change, BigDecimal> changes = standing.getOrDefault(new Slot(place, anchor), Map.of());
                if (!holds(changes, fact.validOn(), of -> of.equals(programme) || of.equals(StockRow.NONE))
                        || !holds(changes, fact.validOn(), of -> true)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether there is something on the day and on every day after it. */
    private static boolean holds(Map<Change, BigDecimal> changes, LocalDate day, Predicate<UUID> programmes) {
        TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
        byDay.put(day, BigDecimal.ZERO);
        changes.forEach((change, quantity) -> {
            if (programmes.test(change.programme)) {
                byDay.merge(change.day.isBefore(day) ? day : change.day, quantity, BigDecimal::add);
            }
        });
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal more : byDay.values()) {
            sum = sum.add(more);
            if (sum.signum() <= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean begun(KeyedFact fact, Map<@Nullable UUID, LocalDate> launched) {
        return !count.sinceLaunch() || !fact.validOn().isBefore(launched.getOrDefault(fact.programme(), LocalDate.MIN));
    }

    /**
     * What the positions after one change, in their order.
     *
     * @param facts all of the key, of positions before too
     */
    public List<StockRow> changes(List<KeyedFact> facts, long after, long to, Launches launches) {
        NavigableSet<Long> positions = new TreeSet<>();
        facts.stream()
                .map(KeyedFact::position)
                .filter(p -> p > after && p <= to)
                .forEach(positions::add);
        Set<Long> launching = new HashSet<>();
        if (count.sinceLaunch()) {
            launches.changes(after, to).stream()
                    .filter(change -> facts.stream().anyMatch(fact -> meant(change, fact)))
                    .forEach(change -> launching.add(change.position()));
        }
        positions.addAll(launching);
        List<KeyedFact> byDay =
                facts.stream().sorted(Comparator.comparing(KeyedFact::validOn)).toList();
        List<StockRow> rows = new ArrayList<>();
        for (long position : positions) {
            List<KeyedFact> now =
                    facts.stream().filter(fact -> fact.position() == position).toList();
            boolean all = launching.contains(position) || count.rule() == Count.Rule.RATIO;
            if (all || !now.stream().allMatch(fact -> unmoved(fact, launches))) {
                List<KeyedFact> known = byDay.stream()
                        .filter(fact -> fact.position() <= position)
                        .toList();
                List<StockRow> moved = new ArrayList<>();
                for (Slot slot : slots(all ? known : now)) {
                    moved.addAll(move(position, slot, target(slot, known, launches.at(position))));
                }
                rows.addAll(StockRow.joined(moved));
            }
        }
        return rows;
    }

    private static boolean meant(Launches.Change change, KeyedFact fact) {
        return change.programme().equals(fact.programme())
                && !fact.validOn().isBefore(change.from())
                && fact.validOn().isBefore(change.before());
    }

    private Set<Slot> slots(List<KeyedFact> touched) {
        Set<Slot> slots = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Set<LocalDate> anchors = new LinkedHashSet<>();
        for (KeyedFact fact : touched) {
            List<String> above = fact.division() == null ? List.of() : Blocks.above(fact.division());
            places.addAll(above);
            anchors.addAll(count.anchors(fact.validOn()));
        }
        places.forEach(place -> anchors.forEach(anchor -> slots.add(new Slot(place, anchor))));
        return slots;
    }

    private List<StockRow> move(long position, Slot slot, Map<Change, BigDecimal> target) {
        Map<Change, BigDecimal> more = new HashMap<>(target);
        standing.getOrDefault(slot, Map.of()).forEach((change, quantity) -> add(more, change, quantity.negate()));
        standing.put(slot, target);
        return more.entrySet().stream()
                .map(each -> new StockRow(
                        position,
                        count.measure(),
                        key,
                        slot.place,
                        slot.place.length(),
                        each.getKey().programme,
                        slot.anchor,
                        each.getKey().mark.part,
                        each.getKey().mark.qualifier,
                        each.getKey().day,
                        each.getValue().stripTrailingZeros()))
                .toList();
    }

    /** @param known in the order of their days */
    private Map<Change, BigDecimal> target(Slot slot, List<KeyedFact> known, Map<@Nullable UUID, LocalDate> launched) {
        Set<UUID> programmes = new LinkedHashSet<>();
        known.stream()
                .filter(fact -> fact.under(slot.place))
                .map(KeyedFact::programme)
                .filter(Objects::nonNull)
                .forEach(programmes::add);
        Map<Change, BigDecimal> target = new HashMap<>();
        more(target, StockRow.NONE, slot, known, launched, programme -> programme == null);
        Map<Change, BigDecimal> none = new HashMap<>(target);
        for (UUID each : programmes) {
            more(target, each, slot, known, launched, programme -> programme == null || programme.equals(each));
            none.forEach(
                    (change, quantity) -> add(target, new Change(each, change.day, change.mark), quantity.negate()));
        }
        if (programmes.size() > 1) {
            Map<Change, BigDecimal> told = new HashMap<>(target);
            more(target, StockRow.ALL, slot, known, launched, programme -> true);
            told.forEach((change, quantity) ->
                    add(target, new Change(StockRow.ALL, change.day, change.mark), quantity.negate()));
        }
        return target;
    }

    /** What the facts of some programmes come to, by the days on which it changes. */
    private void more(
            Map<Change, BigDecimal> changes,
            UUID as,
            Slot slot,
            List<KeyedFact> known,
            Map<@Nullable UUID, LocalDate> launched,
            Predicate<@Nullable UUID> programmes) {
        Map<Mark, BigDecimal> before = Map.of();
        Sums sums = new Sums();
        LocalDate end = Count.end(slot.anchor);
        for (int i = 0; i < known.size(); i++) {
            KeyedFact fact = known.get(i);
            if (fact.validOn().isAfter(end)) {
                break;
            }
            boolean early = fact.validOn().isBefore(slot.anchor);
            sums.take(
                    fact, !early && begun(fact, launched), fact.under(slot.place) && programmes.test(fact.programme()));
            LocalDate day = early ? slot.anchor : fact.validOn();
            if (i + 1 == known.size() || known.get(i + 1).validOn().isAfter(day)) {
                Map<Mark, BigDecimal> now = sums.value();
                before.forEach((mark, quantity) -> add(changes, new Change(as, day, mark), quantity.negate()));
                now.forEach((mark, quantity) -> add(changes, new Change(as, day, mark), quantity));
                before = now;
            }
        }
    }

    /** What facts come to, day after day. */
    private final class Sums {
        private final Map<Mark, BigDecimal> sums = new HashMap<>();
        private BigDecimal owed = BigDecimal.ZERO;

        /** @param meant of the place and programme; a ratio asks whether anything is owed anywhere */
        void take(KeyedFact fact, boolean begun, boolean meant) {
            boolean denominator = Aggregation.DENOMINATOR.equals(fact.kind());
            String part = "";
            boolean counts = begun;
            switch (count.rule()) {
                case STANDING -> {}
                case REPORTED -> part = Count.REPORTS;
                case RATIO -> {
                    owed = denominator && begun ? owed.add(fact.quantity()) : owed;
                    part = String.valueOf(fact.kind());
                    counts = denominator ? begun : Aggregation.NUMERATOR.equals(part);
                }
            }
            if (counts && meant) {
                sums.merge(new Mark(part, fact.qualifier()), fact.quantity(), BigDecimal::add);
            }
        }

        Map<Mark, BigDecimal> value() {
            return switch (count.rule()) {
                case STANDING, REPORTED -> standing();
                case RATIO -> ratio();
            };
        }

        private Map<Mark, BigDecimal> standing() {
            BigDecimal sum = BigDecimal.ZERO;
            Mark weakest = null;
            for (Map.Entry<Mark, BigDecimal> each : sums.entrySet()) {
                sum = sum.add(each.getValue());
                boolean weaker = weakest == null || each.getKey().qualifier.compareTo(weakest.qualifier) > 0;
                weakest = each.getValue().signum() != 0 && weaker ? each.getKey() : weakest;
            }
            return weakest == null || sum.signum() <= 0 ? Map.of() : Map.of(weakest, BigDecimal.ONE);
        }

        private Map<Mark, BigDecimal> ratio() {
            Map<Mark, BigDecimal> value = new HashMap<>(sums);
            value.entrySet()
                    .removeIf(each -> each.getValue().signum() == 0
                            || each.getKey().part.equals(Aggregation.NUMERATOR) && owed.signum() <= 0);
            return value;
        }
    }
}
