package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.RecordedEvent;

/** Figures over facts kept in memory: selected and added up by the rules the SQL follows, made into figures by the same code. */
public final class MemoryFigures extends Figures {
    private final Facts machine;
    private final List<Kept> kept = new ArrayList<>();
    private final List<RecordedEvent<?>> all = new ArrayList<>();

    /** A fact and the event it is of. */
    private record Kept(FactRow row, EventMeta meta) {
        Fact fact() {
            return row.fact();
        }

        LocalDate day() {
            return row.fact().validOn();
        }

        BigDecimal quantity() {
            return row.fact().quantity();
        }

        @Nullable
        String division() {
            return row.fact().place().division();
        }

        @Nullable
        UUID programme() {
            return row.fact().place().programme();
        }
    }

    @SuppressWarnings("NullAway") // there is no database to ask
    public MemoryFigures(Facts machine) {
        super(null);
        this.machine = machine;
    }

    /** Takes the next event; answers its facts. */
    public List<FactRow> take(RecordedEvent<?> recorded) {
        all.add(recorded);
        List<FactRow> rows = machine.of(recorded);
        rows.forEach(row -> kept.add(new Kept(row, recorded.meta())));
        return rows;
    }

    public List<FactRow> rows() {
        return kept.stream().map(Kept::row).toList();
    }

    // ------------------------------------------------------------------ which facts

    private Stream<Kept> known(Selection s, String measure) {
        return kept.stream()
                .filter(k ->
                        k.row.position() <= s.knownAt() && k.fact().measure().equals(measure));
    }

    private List<Kept> selected(Selection s) {
        Map<UUID, LocalDate> launched = s.sinceLaunch() ? launched(s) : new HashMap<>();
        Set<UUID> works = s.measure().wide() && s.division() != null ? works(s, s.division()) : new HashSet<>();
        Predicate<Kept> begun = k -> (s.from() == null || !k.day().isBefore(s.from()))
                && !k.day().isBefore(launched.getOrDefault(k.programme(), LocalDate.MIN));
        Set<String> owed = owed(s, begun);
        return known(s, s.measure().id())
                .filter(k -> !k.day().isAfter(s.to()))
                .filter(k -> done(s, k) ? owed.contains(k.fact().subject()) : begun.test(k))
                .filter(k -> s.division() == null || under(k, s.division()) || works.contains(k.programme()))
                .filter(k -> fits(k.fact(), s))
                .sorted(Comparator.comparing((Kept k) -> k.row.position()).thenComparing(k -> k.row.ordinal()))
                .toList();
    }

    private static boolean done(Selection s, Kept k) {
        return s.measure().aggregation() == Measure.Aggregation.RATIO
                && Measure.Aggregation.NUMERATOR.equals(k.fact().facets().kind());
    }

    /** Subjects of which something was owed in the days. */
    private Set<String> owed(Selection s, Predicate<Kept> begun) {
        return grouped(
                        known(s, s.measure().id())
                                .filter(k -> !k.day().isAfter(s.to()) && begun.test(k))
                                .filter(k -> Measure.Aggregation.DENOMINATOR.equals(
                                        k.fact().facets().kind()))
                                .toList(),
                        k -> k.fact().subject())
                .entrySet()
                .stream()
                .filter(each -> sum(each.getValue()).signum() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean under(Kept k, String division) {
        return k.division() != null && k.division().startsWith(division);
    }

    private static boolean fits(Fact fact, Selection s) {
        return isOrNone(s.programme(), fact.place().programme())
                && (s.measure().wide() || isOrNone(s.scope(), fact.place().organisation()))
                && isOrNone(s.organisation(), fact.place().organisation())
                && is(s.cadre(), fact.facets().cadre())
                && is(s.household(), fact.facets().household())
                && is(s.task(), fact.facets().task())
                && is(s.kind(), fact.facets().kind());
    }

    private static boolean isOrNone(@Nullable Object wanted, @Nullable Object value) {
        return value == null || is(wanted, value);
    }

    private static boolean is(@Nullable Object wanted, @Nullable Object value) {
        return wanted == null || wanted.equals(value);
    }

    private Map<UUID, LocalDate> launched(Selection s) {
        Map<UUID, LocalDate> launched = new HashMap<>();
        grouped(known(s, Fact.LAUNCH).toList(), k -> Arrays.asList(k.programme(), k.day()))
                .forEach((key, facts) -> {
                    if (sum(facts).signum() > 0 && facts.getFirst().programme() != null) {
                        launched.merge(
                                facts.getFirst().programme(), facts.getFirst().day(), (a, b) -> a.isBefore(b) ? a : b);
                    }
                });
        return launched;
    }

    /** The programmes that work in the division: where any other fact of theirs stands. */
    private Set<UUID> works(Selection s, String division) {
        return known(s, s.measure().id())
                .filter(k -> !k.day().isAfter(s.to()) && k.programme() != null && !under(k, division))
                .map(Kept::programme)
                .distinct()
                .filter(programme -> kept.stream()
                        .filter(w -> programme.equals(w.programme()) && under(w, division))
                        .filter(w -> w.row.position() <= s.knownAt()
                                && !w.day().isAfter(s.to())
                                && w.quantity().signum() > 0)
                        .anyMatch(w -> stands(w, s)))
                .collect(Collectors.toSet());
    }

    private boolean stands(Kept w, Selection s) {
        return sum(known(s, w.fact().measure())
                                .filter(v -> v.fact().subject().equals(w.fact().subject())
                                        && v.day().equals(w.day())
                                        && Objects.equals(v.division(), w.division()))
                                .toList())
                        .signum()
                > 0;
    }

    // ------------------------------------------------------------------ added up

    @Override
    public Map<Selection, Answer> answers(Collection<Selection> selections) {
        Map<Selection, Answer> answers = new LinkedHashMap<>();
        selections.forEach(s -> answers.put(
                s,
                new Answer(
                        plain(s), s.measure().addsReports() ? reports(s, null).getOrDefault(null, 0) : 0)));
        return answers;
    }

    @Override
    Optional<Map<@Nullable String, Figure>> places(Selection selection) {
        return Optional.empty();
    }

    @Override
    public Set<Selection> evident(Collection<Selection> selections) {
        return selections.stream().filter(s -> !selected(s).isEmpty()).collect(Collectors.toSet());
    }

    @Override
    Map<@Nullable String, List<Line>> lines(Selection selection, @Nullable GroupBy by) {
        Map<@Nullable String, List<Line>> lines = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        grouped(selected(selection), k -> by == null ? null : group(by, k)).forEach((group, facts) -> {
            List<Line> found = lines(selection.measure(), group, facts);
            if (!found.isEmpty()) {
                lines.put(group, found);
            }
        });
        return lines;
    }

    private static @Nullable String group(GroupBy by, Kept k) {
        return switch (by) {
            case MONTH, QUARTER, YEAR -> by.key(k.day());
            case DIVISION -> k.division();
            case ORGANISATION -> text(k.fact().place().organisation());
            case CADRE -> text(k.fact().facets().cadre());
            case TASK -> k.fact().facets().task();
            case KIND -> k.fact().facets().kind();
        };
    }

    private static List<Line> lines(Measure measure, @Nullable String group, List<Kept> facts) {
        return switch (counted(measure)) {
            case SUM, LEVEL ->
                grouped(facts, k -> List.of(k.row.unit(), k.fact().amount().qualifier())).values().stream()
                        .map(each -> line(group, each.getFirst().row.unit(), each))
                        .toList();
            case RATIO ->
                grouped(
                                facts,
                                k -> Arrays.asList(
                                        k.fact().kind(), k.fact().amount().qualifier()))
                        .values()
                        .stream()
                        .map(each -> line(group, each.getFirst().fact().kind(), each))
                        .toList();
            case DISTINCT -> keys(measure, group, facts);
            case DATE ->
                grouped(facts, Kept::day).entrySet().stream()
                        .filter(each -> sum(each.getValue()).signum() > 0)
                        .map(Map.Entry::getKey)
                        .min(Comparator.naturalOrder())
                        .map(day -> new Line(group, null, BigDecimal.ZERO, Qualifier.EXACT, day, 0))
                        .stream()
                        .toList();
            case SETTING ->
                grouped(
                                facts,
                                k -> k.fact().place().programme() + " "
                                        + k.fact().kind())
                        .values()
                        .stream()
                        .flatMap(of -> grouped(of, k -> List.of(k.fact().subject(), k.day())).values().stream()
                                .filter(each -> sum(each).signum() != 0)
                                .map(each -> line(group, null, each))
                                .max(Comparator.comparing(Line::day).thenComparing(Line::since))
                                .stream())
                        .toList();
        };
    }

    private static Line line(@Nullable String group, @Nullable String part, List<Kept> facts) {
        return new Line(
                group,
                part,
                sum(facts),
                weakest(facts),
                facts.getFirst().day(),
                facts.stream().mapToLong(k -> k.row.position()).min().orElseThrow());
    }

    private static List<Line> keys(Measure measure, @Nullable String group, List<Kept> facts) {
        List<Qualifier> held = new ArrayList<>();
        grouped(facts, k -> key(measure, k)).forEach((key, each) -> {
            if (key != null && sum(each).signum() > 0) {
                Qualifier weakest = Qualifier.EXACT;
                for (List<Kept> same :
                        grouped(each, k -> k.fact().amount().qualifier()).values()) {
                    weakest = sum(same).signum() == 0 ? weakest : weakest.weakest(weakest(same));
                }
                held.add(weakest);
            }
        });
        return held.isEmpty()
                ? List.of()
                : List.of(new Line(
                        group,
                        null,
                        BigDecimal.valueOf(held.size()),
                        held.stream().reduce(Qualifier.EXACT, Qualifier::weakest),
                        null,
                        0));
    }

    private static @Nullable String key(Measure measure, Kept k) {
        return switch (Objects.requireNonNull(measure.key())) {
            case HOUSEHOLD -> text(k.fact().facets().household());
            case CADRE -> text(k.fact().facets().cadre());
            case ORGANISATION -> text(k.fact().place().organisation());
            case DIVISION -> k.division();
            case KIND -> k.fact().facets().kind();
            case SUBJECT -> k.fact().subject();
        };
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Qualifier weakest(Collection<Kept> facts) {
        return facts.stream().map(k -> k.fact().amount().qualifier()).reduce(Qualifier.EXACT, Qualifier::weakest);
    }

    private static BigDecimal sum(Collection<Kept> facts) {
        return facts.stream().map(Kept::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <K> Map<@Nullable K, List<Kept>> grouped(List<Kept> facts, Function<Kept, @Nullable K> by) {
        Map<@Nullable K, List<Kept>> groups = new LinkedHashMap<>();
        facts.forEach(k ->
                groups.computeIfAbsent(by.apply(k), key -> new ArrayList<>()).add(k));
        return groups;
    }

    @Override
    @Nullable
    LocalDate firstDay(Selection selection) {
        return selected(selection).stream()
                .map(Kept::day)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // ------------------------------------------------------------------ the facts themselves

    @Override
    public List<Evidence> evidence(Selection selection, long afterPosition, int afterOrdinal, int limit) {
        boolean keyed = counted(selection.measure()) == Measure.Aggregation.DISTINCT;
        return selected(selection).stream()
                .filter(k -> k.row.position() > afterPosition
                        || (k.row.position() == afterPosition && k.row.ordinal() > afterOrdinal))
                .limit(limit)
                .map(k -> new Evidence(
                        k.row.position(),
                        k.row.ordinal(),
                        k.meta.eventId(),
                        k.meta.type(),
                        k.day(),
                        k.quantity(),
                        k.row.unit(),
                        k.fact().amount().qualifier(),
                        keyed ? key(selection.measure(), k) : null,
                        k.programme(),
                        k.division(),
                        k.fact().place().organisation(),
                        k.fact().facets().cadre(),
                        k.fact().facets().household(),
                        k.fact().facets().task(),
                        k.fact().facets().kind(),
                        k.fact().subject(),
                        k.meta.metadata().get("authority")))
                .toList();
    }

    @Override
    public Map<@Nullable String, Integer> reports(Selection selection, @Nullable GroupBy by) {
        Map<@Nullable String, Integer> reports = new HashMap<>();
        grouped(selected(selection), k -> by == null ? null : group(by, k))
                .forEach((group, of) ->
                        reports.put(group, (int) grouped(of, k -> k.fact().subject()).values().stream()
                                .filter(each -> sum(each).signum() > 0)
                                .count()));
        reports.values().removeIf(count -> count == 0);
        return reports;
    }

    @Override
    public Optional<Authorities> authorities(Selection selection) {
        Set<Long> behind = new HashSet<>();
        selected(selection).forEach(k -> behind.add(k.row.position()));
        List<RecordedEvent<?>> known = all.stream()
                .filter(e -> e.meta().position() <= selection.knownAt())
                .toList();
        Set<UUID> voided = new HashSet<>();
        known.forEach(e -> voided.add(AuditRows.voids(e.event())));
        Map<UUID, Long> corrected = new HashMap<>();
        known.stream()
                .filter(e -> !voided.contains(e.meta().eventId()) && AuditRows.corrects(e.event()) != null)
                .forEach(e ->
                        corrected.put(AuditRows.corrects(e.event()), e.meta().position()));
        List<RecordedEvent<?>> standing = known.stream()
                .filter(e -> behind.contains(e.meta().position()) && AuditRows.voids(e.event()) == null)
                .filter(e -> !voided.contains(e.meta().eventId()))
                .filter(e -> corrected.getOrDefault(e.meta().eventId(), 0L) == 0
                        && corrected.getOrDefault(AuditRows.corrects(e.event()), 0L)
                                <= e.meta().position())
                .toList();
        Map<String, Long> counted = new TreeMap<>();
        standing.stream()
                .map(e -> e.meta().metadata().get("authority"))
                .filter(Objects::nonNull)
                .forEach(authority -> counted.merge(authority, 1L, Long::sum));
        return Optional.of(new Authorities(
                standing.size(),
                counted.entrySet().stream()
                        .map(e -> new Authorities.Authority(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingLong(Authorities.Authority::events)
                                .reversed())
                        .limit(20)
                        .toList()));
    }
}
