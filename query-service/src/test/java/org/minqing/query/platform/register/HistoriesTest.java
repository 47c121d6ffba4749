package org.minqing.query.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;
import org.minqing.events.Voided;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.Seeds;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.fact.Evidence;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.sample.ThingEvent;
import org.minqing.query.platform.sample.ThingEvent.PartAdded;
import org.minqing.query.platform.sample.ThingEvent.PartRemoved;
import org.minqing.query.platform.sample.ThingEvent.Tag;
import org.minqing.query.platform.sample.ThingEvent.ThingGrown;
import org.minqing.query.platform.sample.ThingEvent.ThingMade;
import org.minqing.query.platform.sample.ThingView;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * States and figures at random (asOf, knownAt), over random histories with late, voided and corrected events, against a plain fold
 * that shares nothing with the machines but the events.
 */
class HistoriesTest {
    private static final LocalDate FIRST = LocalDate.of(2012, 3, 1);
    private static final int DAYS = 12;
    private static final String[] COLOURS = {"red", "green", "blue"};
    private static @Nullable ReadSide side;
    private static int villages;

    @BeforeAll
    static void start() {
        side = ReadSide.of(new ThingView()).tailing();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        assertThat(side().rebuild().run(2).same()).isTrue();
        side().close();
    }

    private static ReadSide side() {
        return Objects.requireNonNull(side);
    }

    private record Known(DomainEvent event, Appended at) {
        UUID thing() {
            return tag(event).thingId();
        }
    }

    private static Tag tag(DomainEvent event) {
        return (Tag) Objects.requireNonNull(event.of());
    }

    @Test
    void states_and_figures_are_what_a_plain_fold_says() {
        Seeds.each(40, HistoriesTest::probed);
    }

    private static void probed(Random random) throws InterruptedException {
        String village = "5303%08d".formatted(++villages);
        List<Known> history = history(random, village);
        long head = side().settled();
        long first = history.getFirst().at.position();
        for (int probe = 0; probe < 25; probe++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS + 2) - 1);
            long position = first - 1 + random.nextInt((int) (head - first) + 2);
            states(history, day, position);
            figures(
                    history,
                    village,
                    day,
                    position,
                    random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(DAYS)) : null);
        }
    }

    // ------------------------------------------------------------------ histories

    private static List<Known> history(Random random, String village) {
        List<Known> history = new ArrayList<>();
        List<UUID> things = List.of(id(random), id(random), id(random));
        UUID programme = id(random);
        int length = 5 + random.nextInt(25);
        while (history.size() < length) {
            UUID thing = things.get(random.nextInt(things.size()));
            DomainEvent event = event(random, history, new Tag(thing, programme, village));
            history.add(new Known(event, side().append("Thing-" + thing, event)));
        }
        return history;
    }

    private static DomainEvent event(Random random, List<Known> history, Tag of) {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        List<Known> own =
                history.stream().filter(k -> k.thing().equals(of.thingId())).toList();
        if (own.isEmpty()) {
            return new ThingMade(of, colour(random), 1 + random.nextInt(9), day);
        }
        Known target = own.get(random.nextInt(own.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new PartAdded(of, id(random), colour(random), day);
            case 1 ->
                own.stream()
                        .filter(k -> k.event instanceof PartAdded)
                        .findAny()
                        .<ThingEvent>map(k -> new PartRemoved(of, ((PartAdded) k.event).partId(), day))
                        .orElseGet(() -> new ThingGrown(of, 1 + random.nextInt(9), day));
            case 2 -> amendable(target, own) ? voided(target, own) : new ThingMade(of, "white", 5, day);
            case 3 -> amendable(target, own) ? corrected(random, target, own) : new ThingGrown(of, 4, day);
            default -> new ThingGrown(of, 1 + random.nextInt(9), day);
        };
    }

    /** Parts are never amended here; of corrections the last that stands is voided, where its event stands. */
    private static boolean amendable(Known target, List<Known> own) {
        if (gone(target, own)) {
            return false;
        }
        return switch (target.event) {
            case ThingMade e -> true;
            case ThingGrown e -> true;
            case Corrected<?> c ->
                corrections(c.target(), own).getLast() == target
                        && own.stream().noneMatch(k -> k.at.eventId().equals(c.target()) && gone(k, own));
            default -> false;
        };
    }

    private static boolean gone(Known target, List<Known> known) {
        return known.stream()
                .anyMatch(k -> k.event instanceof Voided<?> v && v.target().equals(target.at.eventId()));
    }

    /** Those that stand of one event, the oldest first. */
    private static List<Known> corrections(UUID target, List<Known> known) {
        return known.stream()
                .filter(k -> k.event instanceof Corrected<?> c && c.target().equals(target))
                .filter(k -> !gone(k, known))
                .toList();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String colour(Random random) {
        return COLOURS[random.nextInt(COLOURS.length)];
    }

    private static DomainEvent inForce(Known target, List<Known> own) {
        List<Known> corrections = corrections(target.at.eventId(), own);
        return corrections.isEmpty() ? target.event : ((Corrected<?>) corrections.getLast().event).after();
    }

    private static DomainEvent voided(Known target, List<Known> own) {
        return new Voided<>(target.at.eventId(), inForce(target, own), ThingEvent.REASON, null);
    }

    private static DomainEvent corrected(Random random, Known target, List<Known> own) {
        int size = 1 + random.nextInt(9);
        DomainEvent before = inForce(target, own);
        DomainEvent after = switch (before) {
            case ThingMade e -> new ThingMade(e.of(), colour(random), size, e.occurredOn());
            case ThingGrown e -> new ThingGrown(e.of(), size, e.occurredOn());
            default -> before;
        };
        return after == before
                ? new ThingGrown(tag(before), size, before.occurredOn())
                : new Corrected<>(target.at.eventId(), before, after, ThingEvent.REASON, null);
    }

    // ------------------------------------------------------------------ states

    private static void states(List<Known> history, LocalDate day, long position) {
        Map<String, String> expected = new TreeMap<>();
        Set<UUID> things = new HashSet<>();
        history.forEach(k -> things.add(k.thing()));
        for (UUID thing : things) {
            plain(history, thing, day, position, expected);
        }
        Map<String, String> found = new TreeMap<>();
        side().jdbc
                .sql(
                        "select type || ' ' || case type when 'Thing' then id else '' end, case when voided then 'VOIDED' else"
                                + " (state ->> 'colour') || ' ' || coalesce(state ->> 'size', '') || ' '"
                                + " || coalesce(state ->> 'parts', state ->> 'removed') end, id"
                                + " from read.register where valid @> ?::date and known @> ? and (state ->> 'thingId') = any (?)")
                .params(day, position, things.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> found.put(
                        row.getString(1).startsWith("Part") ? "Part " + row.getString(3) : row.getString(1),
                        row.getString(2)))
                .list();
        assertThat(found).as("on %s at %d", day, position).isEqualTo(expected);
    }

    /** The rule as it is written: no rectangles, no memory, no order but the one it names. */
    private static void plain(
            List<Known> history, UUID thing, LocalDate day, long position, Map<String, String> states) {
        List<Known> known = history.stream()
                .filter(k -> k.thing().equals(thing) && k.at.position() <= position)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        List<Known> ordered = known.stream()
                .filter(k -> !k.event.occurredOn().isAfter(day))
                .sorted(Comparator.<Known, LocalDate>comparing(k -> k.event.occurredOn())
                        .thenComparing(k -> k.at.position()))
                .toList();
        String colour = null;
        int size = 0;
        int parts = 0;
        Map<UUID, String> fitted = new HashMap<>();
        for (Known k : ordered) {
            if (k.event instanceof AmendingEvent<?> || gone(k, known)) {
                continue;
            }
            DomainEvent told = inForce(k, known);
            if (told instanceof PartAdded e) {
                fitted.put(e.partId(), e.colour() + "  false");
            } else if (told instanceof PartRemoved e && fitted.containsKey(e.partId())) {
                fitted.put(e.partId(), fitted.get(e.partId()).replace("false", "true"));
            }
            if (told instanceof ThingMade e) {
                colour = e.colour();
                size = e.size();
                parts = 0;
            } else if (colour != null) {
                size += told instanceof ThingGrown e ? e.by() : 0;
                parts += told instanceof PartAdded ? 1 : told instanceof PartRemoved ? -1 : 0;
            }
        }
        fitted.forEach((id, part) -> states.put("Part " + id, part));
        Known made = known.getFirst();
        if (colour != null) {
            states.put("Thing " + thing, colour + " " + size + " " + parts);
        } else if (gone(made, known) && !made.event.occurredOn().isAfter(day)) {
            states.put("Thing " + thing, "VOIDED");
        }
    }

    // ------------------------------------------------------------------ figures

    private record Plain(Fact fact, long position) {}

    private static void figures(
            List<Known> history, String village, LocalDate day, long position, @Nullable LocalDate from) {
        Figures figures = side().figures();
        List<Plain> all = new ArrayList<>();
        for (Known k : history) {
            if (k.at.position() <= position) {
                var meta = new EventMeta(
                        k.at.position(),
                        k.at.eventId(),
                        k.at.stream(),
                        k.at.sequence(),
                        k.at.type(),
                        java.time.Instant.EPOCH,
                        Map.of());
                signed(k.event, meta).forEach(f -> all.add(new Plain(f, k.at.position())));
            }
        }
        for (var measure : new ThingView().measures()) {
            boolean stock = measure.aggregation() == Aggregation.LEVEL
                    || measure.window() == org.minqing.query.platform.view.Measure.Window.ON_DAY;
            LocalDate since = stock ? null : from;
            var selection = new Selection(
                    measure, village, null, null, null, null, null, null, null, since, false, day, position);
            Stream<Plain> chosen = all.stream()
                    .filter(p -> p.fact.measure().equals(measure.id()))
                    .filter(p -> !p.fact.validOn().isAfter(day))
                    .filter(begun(all, measure, day, since));
            Figure figure = figures.figure(selection);
            String context = measure.id() + " on " + day + " at " + position + " from " + since;
            List<Plain> plain = chosen.toList();
            assertThat(shown(figure)).as(context).isEqualTo(shown(measure.aggregation(), plain));
            List<Evidence> evidence = figures.evidence(selection, 0, 0, 1000);
            assertThat(evidence).as(context).hasSameSizeAs(plain);
        }
    }

    /** From the first day on; of a ratio, what was owed then, and of that what was done on whatever day. */
    private static Predicate<Plain> begun(List<Plain> all, Measure measure, LocalDate day, @Nullable LocalDate since) {
        Predicate<Plain> within = p -> since == null || !p.fact.validOn().isBefore(since);
        if (measure.aggregation() != Aggregation.RATIO) {
            return within;
        }
        Map<String, Integer> owed = new HashMap<>();
        all.stream()
                .filter(within)
                .filter(p -> p.fact.measure().equals(measure.id()) && "OWED".equals(p.fact.kind()))
                .filter(p -> !p.fact.validOn().isAfter(day))
                .forEach(p -> owed.merge(p.fact.subject(), p.fact.quantity().intValue(), Integer::sum));
        return p -> "OWED".equals(p.fact.kind()) ? within.test(p) : owed.getOrDefault(p.fact.subject(), 0) > 0;
    }

    private static Stream<Fact> signed(DomainEvent event, EventMeta meta) {
        return switch (event) {
            case Voided<?> e
            when e.before() instanceof Corrected<?> c ->
                Stream.concat(told(c.after(), meta, c.target(), true), told(c.before(), meta, c.target(), false));
            case Voided<?> e -> told(e.before(), meta, e.target(), true);
            case Corrected<?> e ->
                Stream.concat(told(e.before(), meta, e.target(), true), told(e.after(), meta, e.target(), false));
            default -> told(event, meta, meta.eventId(), false);
        };
    }

    private static Stream<Fact> told(DomainEvent event, EventMeta meta, UUID target, boolean negated) {
        return new ThingView().facts((ThingEvent) event, meta.of(target)).map(f -> negated ? f.negated() : f);
    }

    private static String shown(Figure figure) {
        Object value = figure.value();
        return (value instanceof BigDecimal n ? n.stripTrailingZeros().toPlainString() : String.valueOf(value)) + " "
                + figure.qualifier();
    }

    private static String shown(Aggregation aggregation, List<Plain> facts) {
        return switch (aggregation) {
            case SUM, LEVEL -> {
                BigDecimal sum = BigDecimal.ZERO;
                Map<Qualifier, BigDecimal> by = new TreeMap<>();
                for (Plain p : facts) {
                    sum = sum.add(p.fact.quantity());
                    by.merge(p.fact.amount().qualifier(), p.fact.quantity(), BigDecimal::add);
                }
                boolean weak =
                        by.getOrDefault(Qualifier.AT_LEAST, BigDecimal.ZERO).signum() != 0 && sum.signum() != 0;
                yield sum.stripTrailingZeros().toPlainString() + (weak ? " AT_LEAST" : " EXACT");
            }
            case DISTINCT -> {
                Map<String, Integer> keys = new HashMap<>();
                facts.forEach(p -> keys.merge(
                        String.valueOf(p.fact.kind()), p.fact.quantity().intValue(), Integer::sum));
                yield keys.values().stream().filter(n -> n > 0).count() + " EXACT";
            }
            case DATE -> {
                TreeMap<LocalDate, Integer> days = new TreeMap<>();
                facts.forEach(
                        p -> days.merge(p.fact.validOn(), p.fact.quantity().intValue(), Integer::sum));
                days.values().removeIf(n -> n <= 0);
                yield (days.isEmpty() ? "null" : days.firstKey().toString()) + " EXACT";
            }
            case SETTING -> {
                Map<String, Integer> bySubject = new HashMap<>();
                facts.forEach(
                        p -> bySubject.merge(p.fact.subject(), p.fact.quantity().intValue(), Integer::sum));
                TreeSet<Plain> latest = new TreeSet<>(Comparator.<Plain, LocalDate>comparing(p -> p.fact.validOn())
                        .thenComparing(Plain::position));
                Set<String> seen = new HashSet<>();
                facts.forEach(p -> {
                    if (seen.add(p.fact.subject()) && bySubject.getOrDefault(p.fact.subject(), 0) != 0) {
                        latest.add(p);
                    }
                });
                yield (latest.isEmpty()
                                ? "null"
                                : bySubject.get(latest.last().fact.subject()) + "") + " EXACT";
            }
            case RATIO -> {
                long done =
                        facts.stream().filter(p -> "DONE".equals(p.fact.kind())).count();
                long owed =
                        facts.stream().filter(p -> "OWED".equals(p.fact.kind())).count();
                yield (owed == 0
                                ? "null"
                                : BigDecimal.valueOf(done)
                                        .divide(BigDecimal.valueOf(owed), 4, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString())
                        + " EXACT";
            }
        };
    }
}
