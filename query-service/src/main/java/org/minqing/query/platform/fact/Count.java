package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Key;
import org.minqing.query.platform.view.Measure.Window;

/**
 * What of a measure is counted key by key, and so stands in {@code stock}.
 *
 * @param measure its id
 * @param rule what a key's facts come to
 * @param window as the measure's; ON_DAY where it is a stock
 */
public record Count(String measure, Rule rule, Key key, Window window) {
    /** {@link StockRow#part} of the reports that a sum adds up. */
    static final String REPORTS = "REPORTS";
    /** The anchor of what has no days of its own. */
    static final LocalDate ALWAYS = LocalDate.MIN;

    private static final int SECOND_HALF = 7;

    /** What the facts of one key come to. */
    public enum Rule {
        /** One, if they add to more than zero. */
        STANDING,
        /** As STANDING, of the reports that a sum adds up. */
        REPORTED,
        /** What was owed, and what was done if anything is owed. */
        RATIO
    }

    /** Nothing for what is added up, and for what holds programme-wide. */
    public static Optional<Count> of(Measure measure) {
        if (measure.wide()) {
            return Optional.empty();
        }
        Window window = Selection.stock(measure) ? Window.ON_DAY : measure.window();
        if (measure.key() != null) {
            return Optional.of(new Count(measure.id(), Rule.STANDING, measure.key(), window));
        }
        return measure.aggregation() == Aggregation.RATIO
                ? Optional.of(new Count(measure.id(), Rule.RATIO, Key.SUBJECT, window))
                : measure.addsReports()
                        ? Optional.of(new Count(measure.id(), Rule.REPORTED, Key.SUBJECT, window))
                        : Optional.empty();
    }

    /** Null: the fact is counted nowhere. */
    @Nullable
    String key(Fact fact) {
        Object value = switch (key) {
            case HOUSEHOLD -> fact.facets().household();
            case CADRE -> fact.facets().cadre();
            case ORGANISATION -> fact.place().organisation();
            case DIVISION -> fact.place().division();
            case KIND -> fact.kind();
            case SUBJECT -> fact.subject();
        };
        return value == null ? null : value.toString();
    }

    public boolean sinceLaunch() {
        return window == Window.SINCE_LAUNCH;
    }

    List<String> parts() {
        return switch (rule) {
            case STANDING -> List.of("");
            case REPORTED -> List.of(REPORTS);
            case RATIO -> List.of(Aggregation.DENOMINATOR, Aggregation.NUMERATOR);
        };
    }

    /** The anchors among whose days the day is. */
    List<LocalDate> anchors(LocalDate day) {
        if (window != Window.IN_PERIOD) {
            return List.of(ALWAYS);
        }
        LocalDate year = day.withDayOfYear(1);
        return day.getMonthValue() < SECOND_HALF ? List.of(year) : List.of(year, year.withMonth(SECOND_HALF));
    }

    /** The anchors that these facts of a key can change; null: whichever there are. */
    public @Nullable Set<LocalDate> anchors(Collection<KeyedFact> facts) {
        return rule == Rule.RATIO
                ? null
                : facts.stream()
                        .flatMap(fact -> anchors(fact.validOn()).stream())
                        .collect(Collectors.toSet());
    }

    /** The last day of an anchor. */
    static LocalDate end(LocalDate anchor) {
        return anchor.equals(ALWAYS) ? LocalDate.MAX : LocalDate.of(anchor.getYear(), 12, 31);
    }

    /** The anchor that the days of a selection begin with and do not leave; null: there is none. */
    @Nullable
    LocalDate anchor(Selection s) {
        return switch (window) {
            case ON_DAY -> s.from() == null && !s.sinceLaunch() ? ALWAYS : null;
            case SINCE_LAUNCH -> s.from() == null && s.sinceLaunch() ? ALWAYS : null;
            case IN_PERIOD ->
                s.from() != null && !s.sinceLaunch() && anchors(s.to()).contains(Objects.requireNonNull(s.from()))
                        ? s.from()
                        : null;
        };
    }
}
