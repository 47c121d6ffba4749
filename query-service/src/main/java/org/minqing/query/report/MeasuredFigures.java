package org.minqing.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Gazetteer.Place;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.report.Outline.Figured;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one organisation's period; each is asked for once. */
final class MeasuredFigures implements ReportFigures {
    private static final List<Integer> LEVELS = List.of(6, 9, 12);

    private final Catalogue catalogue;
    private final MeasureAnswers measured;
    private final RegisterReader register;
    private final Gazetteer gazetteer;
    /** Of all days until the period's last, and of the period's alone. */
    private final Question total;

    private final Question flow;
    private final String seat;
    private final UUID organisation;
    private final String organisationName;
    private final LocalDate day;
    private final Map<String, MeasureAnswers.One> periods = new HashMap<>();
    private final Map<String, MeasureAnswers.One> wholes = new HashMap<>();
    private final Map<List<Object>, Map<String, Told>> kinds = new HashMap<>();

    /**
     * @param seat divisionId: there and below
     * @param day as of which things are called by their names
     */
    MeasuredFigures(
            Catalogue catalogue,
            MeasureAnswers measured,
            RegisterReader register,
            Gazetteer gazetteer,
            Question total,
            Question flow,
            String seat,
            UUID organisation,
            String organisationName,
            LocalDate day) {
        this.catalogue = catalogue;
        this.measured = measured;
        this.register = register;
        this.gazetteer = gazetteer;
        this.total = total;
        this.flow = flow;
        this.seat = seat;
        this.organisation = organisation;
        this.organisationName = organisationName;
        this.day = day;
        ask();
    }

    /** A flow is of some days; anything else stands on one. */
    static boolean flows(Measure measure) {
        return measure.window() != Window.ON_DAY && measure.aggregation() != Aggregation.LEVEL;
    }

    private static boolean periodOnly(Measure measure) {
        return measure.window() == Window.IN_PERIOD;
    }

    /** Of the period, or as it stands on its last day. */
    MeasureAnswers.One period(Measure measure) {
        return Objects.requireNonNull(periods.get(measure.id()));
    }

    /** Since the programme began; of what is no flow, or counted by periods only, as {@link #period}. */
    MeasureAnswers.One whole(Measure measure) {
        return hasSince(measure) ? Objects.requireNonNull(wholes.get(measure.id())) : period(measure);
    }

    /** All of them by one statement. */
    private void ask() {
        List<Measure> flowing =
                catalogue.all().stream().filter(MeasuredFigures::flows).toList();
        List<Measure> standing =
                catalogue.all().stream().filter(measure -> !flows(measure)).toList();
        List<Measure> since =
                catalogue.all().stream().filter(MeasuredFigures::hasSince).toList();
        Iterator<MeasureAnswers.One> told = measured.all(List.of(
                        new MeasureAnswers.Asked(flow, flowing, seat),
                        new MeasureAnswers.Asked(total, standing, seat),
                        new MeasureAnswers.Asked(total, since, seat)))
                .iterator();
        flowing.forEach(measure -> periods.put(measure.id(), told.next()));
        standing.forEach(measure -> periods.put(measure.id(), told.next()));
        since.forEach(measure -> wholes.put(measure.id(), told.next()));
    }

    /** What was corrected of what is told, by the measure. */
    Map<Measure, List<String>> corrected() {
        return measured.corrected(catalogue.all().stream()
                .filter(measure -> whole(measure).evident())
                .map(measure -> new MeasureAnswers.Asked(periodOnly(measure) ? flow : total, List.of(measure), seat))
                .toList());
    }

    /** Whose facts the period's figure is made of. */
    Question asked(Measure measure, Span span) {
        return flows(measure) && (span == Span.PERIOD || periodOnly(measure)) ? flow : total;
    }

    private Measure measure(String id) {
        return catalogue.find(id).orElseThrow();
    }

    private static boolean hasSince(Measure measure) {
        return flows(measure) && !periodOnly(measure);
    }

    @Override
    public Optional<Told> figure(Figured what, Span span) {
        Measure measure = measure(what.measure());
        if (span == Span.SINCE_LAUNCH && !hasSince(measure)) {
            return Optional.empty();
        }
        if (what.kind() != null) {
            return Optional.ofNullable(kinds(what.measure(), span).get(what.kind()));
        }
        MeasureAnswers.One one = span == Span.PERIOD ? period(measure) : whole(measure);
        return one.evident() ? Optional.of(told(one)) : Optional.empty();
    }

    private static Told told(MeasureAnswers.One one) {
        return new Told(one.prose(), one.figure(), one.evidence());
    }

    @Override
    public Map<String, Told> kinds(String id, Span span) {
        Measure measure = measure(id);
        if (span == Span.SINCE_LAUNCH && !hasSince(measure)) {
            return Map.of();
        }
        return kinds.computeIfAbsent(List.of(id, span), key -> {
            Map<String, Told> all = new LinkedHashMap<>();
            measured.kinds(asked(measure, span), measure, seat).forEach((kind, one) -> all.put(kind, told(one)));
            return all;
        });
    }

    @Override
    public List<String> places(Figured what, boolean whole) {
        Measure measure = measure(what.measure());
        Question question = asked(measure, Span.PERIOD);
        List<String> ids = measured.places(
                what.kind() == null ? question : question.or(Map.of("kind", what.kind())), measure, seat);
        Map<String, Place> names = gazetteer.places(
                ids.stream().flatMap(id -> line(id).stream()).distinct().toList(), day, total.knownAt());
        List<String> places = new ArrayList<>();
        String before = "";
        for (String id : ids) {
            String above = whole ? above(id, names) : "";
            places.add((above.equals(before) ? "" : above) + name(names, id));
            before = above;
        }
        return places;
    }

    private static List<String> line(String id) {
        return IntStream.rangeClosed(1, 12)
                .filter(length -> length == id.length() || length < id.length() && LEVELS.contains(length))
                .mapToObj(length -> id.substring(0, length))
                .toList();
    }

    private static String above(String id, Map<String, Place> names) {
        return line(id).stream()
                .filter(each -> !each.equals(id))
                .map(each -> name(names, each))
                .collect(Collectors.joining());
    }

    private static String name(Map<String, Place> names, String id) {
        Place place = names.get(id);
        return place == null ? id : place.name();
    }

    @Override
    public @Nullable String label(String id) {
        String label = register.labels(List.of(id), day, total.knownAt()).get(id);
        return label == null ? null : text(JsonMapper.shared().readTree(label).path("text"));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    @Override
    public List<Report.Run> named(String what) {
        return switch (what) {
            case "organisation" -> List.of(Report.Run.name(organisationName));
            case "programme" ->
                programmes().stream()
                        .map(this::label)
                        .filter(Objects::nonNull)
                        .map(Report.Run::name)
                        .reduce((one, other) -> Report.Run.name(one.text() + "、" + other.text()))
                        .map(List::of)
                        .orElse(List.of());
            case "tasks" -> tasks();
            default -> throw new IllegalStateException(what);
        };
    }

    private List<String> programmes() {
        UUID asked = total.programme();
        return asked != null ? List.of(asked.toString()) : measured.programmes(organisation, day, total.knownAt());
    }

    /** As the programme calls them; none where there are several programmes. */
    private List<Report.Run> tasks() {
        List<String> programmes = programmes();
        if (programmes.size() != 1) {
            return List.of();
        }
        boolean english = total.language() == Language.EN;
        List<Report.Run> tasks = new ArrayList<>();
        register.find("Programme", programmes.getFirst(), day, total.knownAt())
                .ifPresent(programme -> JsonMapper.shared()
                        .readTree(programme.state())
                        .path("tasks")
                        .forEach(task -> {
                            if (!tasks.isEmpty()) {
                                tasks.add(Report.Run.of(english ? ", " : "、"));
                            }
                            String translated = english ? text(task.path("nameEn")) : null;
                            tasks.add(
                                    translated == null
                                            ? Report.Run.name(task.path("name").asString())
                                            : Report.Run.of(translated));
                        }));
        return tasks;
    }
}
