package org.minqing.query.platform.answer;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.fact.Answer;
import org.minqing.query.platform.fact.Evidence;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.GroupBy;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.question.FigureQuestions;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.view.Measure;

/** Measures with their figures as answers carry them, each with the question that gives its evidence. */
public final class MeasureAnswers {
    private final FigureQuestions questions;
    private final Figures figures;
    private final Display display;
    private final Texts texts;

    MeasureAnswers(FigureQuestions questions, Figures figures, Display display, Texts texts) {
        this.texts = texts;
        this.questions = questions;
        this.figures = figures;
        this.display = display;
    }

    /**
     * One measure.
     *
     * @param evident whether there is evidence and something to print: a ratio without a denominator, or above 1, is not told
     * @param evidence the question that gives it
     * @param figure what is printed
     * @param prose as a sentence prints it: 2.1万元
     * @param plain as a table prints it: 21,000.00 元
     */
    public record One(
            Map<String, Object> json, boolean evident, String evidence, Figure figure, String prose, String plain) {}

    /** What is asked of some measures of a place. */
    public record Asked(Question question, List<Measure> measures, String division) {}

    /** What is asked of one of them, and what was answered. */
    private record Told(Question question, Measure measure, String division, Selection selection, Answer answer) {
        Figure figure() {
            return answer.figure();
        }
    }

    /** Everything that is asked, as answers carry it, by one statement; in the order of what is asked. */
    public List<Map<String, Object>> shown(List<Asked> asked) {
        return told(asked).stream().map(this::json).toList();
    }

    /** As {@link #shown}, with what a report needs to know. */
    public List<One> all(List<Asked> asked) {
        List<Told> all = told(asked);
        Set<Selection> evident = figures.evident(all.stream()
                .filter(told -> !ratio(told.measure) && !prints(told.figure()))
                .map(Told::selection)
                .toList());
        return all.stream()
                .map(told -> {
                    Language language = told.question.language();
                    return new One(
                            json(told),
                            ratio(told.measure)
                                    ? told(told.figure())
                                    : prints(told.figure()) || evident.contains(told.selection),
                            evidence(told.question, told.measure, told.division),
                            told.figure(),
                            display.prose(language, told.measure, told.figure()),
                            display.plain(language, told.figure()));
                })
                .toList();
    }

    private List<Told> told(List<Asked> asked) {
        List<List<Selection>> selections = asked.stream()
                .map(each -> questions.selections(each.question, each.measures, each.division))
                .toList();
        Map<Selection, Answer> answers =
                figures.answers(selections.stream().flatMap(List::stream).toList());
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked each = asked.get(i);
            for (Selection selection : selections.get(i)) {
                told.add(new Told(
                        each.question,
                        selection.measure(),
                        each.division,
                        selection,
                        Objects.requireNonNull(answers.get(selection))));
            }
        }
        return told;
    }

    private Map<String, Object> json(Told told) {
        Map<String, Object> json = defined(told.measure, told.question.language());
        value(json, told.question.language(), told.measure, told.figure());
        overlap(json, told.question.language(), told.answer.reports());
        window(json, told.selection);
        json.put("evidence", evidence(told.question, told.measure, told.division));
        return json;
    }

    private static String evidence(Question question, Measure measure, String division) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("measure", measure.id());
        link.put("division", division);
        for (String name : List.of("organisation", "from", "to", "programme", "kind")) {
            String asked = question.asked().text(name);
            if (asked != null) {
                link.put(name, asked);
            }
        }
        link.putAll(Snapshots.same(question));
        return "/v1/figures/evidence" + query(link);
    }

    /** The measure of each kind of which there is anything, by kind; what is of no kind is not among them. */
    public Map<String, One> kinds(Question question, Measure measure, String division) {
        Language language = question.language();
        Map<String, One> kinds = new LinkedHashMap<>();
        figures.groups(questions.selection(question, measure, division), GroupBy.KIND)
                .forEach((kind, figure) -> {
                    if (kind != null && tells(figure)) {
                        Question narrowed = question.or(Map.of("kind", kind));
                        kinds.put(
                                kind,
                                new One(
                                        Map.of(),
                                        true,
                                        evidence(narrowed, measure, division),
                                        figure,
                                        display.prose(language, measure, figure),
                                        display.plain(language, figure)));
                    }
                });
        return kinds;
    }

    /** divisionIds of the places of which the measure counts something. */
    public List<String> places(Question question, Measure measure, String division) {
        List<String> places = new ArrayList<>();
        figures.groups(questions.selection(question, measure, division), GroupBy.DIVISION)
                .forEach((place, figure) -> {
                    if (place != null && tells(figure)) {
                        places.add(place);
                    }
                });
        return places;
    }

    /** Ids of the programmes in which the organisation has done anything. */
    public List<String> programmes(UUID organisation, LocalDate day, long knownAt) {
        return figures.programmes(organisation, day, knownAt);
    }

    private static boolean tells(Figure figure) {
        return figure.date() != null
                || figure.number() == null && !figure.other().isEmpty()
                || figure.number() != null && figure.number().signum() > 0;
    }

    /** The cadres of whom the measure counts something. */
    public Set<String> cadres(Question question, Measure measure, String division) {
        Set<String> cadres = new TreeSet<>();
        figures.groups(questions.selection(question, measure, division), GroupBy.CADRE)
                .forEach((cadre, figure) -> {
                    if (cadre != null
                            && figure.number() != null
                            && figure.number().signum() > 0) {
                        cadres.add(cadre);
                    }
                });
        return cadres;
    }

    /**
     * What was corrected in the figures' evidence since it was first recorded, a sentence each: when, from what, to what. What is the
     * same in several measures stands with the first of them that is asked.
     */
    public Map<Measure, List<String>> corrected(List<Asked> asked) {
        Map<Selection, Language> selections = new LinkedHashMap<>();
        asked.forEach(each -> questions
                .selections(each.question, each.measures, each.division)
                .forEach(selection -> selections.put(selection, each.question.language())));
        Map<Selection, List<Figures.Correction>> found = figures.corrections(selections.keySet());
        Set<Figures.Correction> told = new HashSet<>();
        Map<Measure, List<String>> corrected = new HashMap<>();
        selections.forEach((selection, language) -> Objects.requireNonNull(found.get(selection)).stream()
                .filter(told::add)
                .forEach(correction -> corrected
                        .computeIfAbsent(selection.measure(), measure -> new ArrayList<>())
                        .add(display.corrected(language, selection.measure(), correction))));
        return corrected;
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static boolean ratio(Measure measure) {
        return measure.aggregation() == Measure.Aggregation.RATIO;
    }

    /** Neither a ratio of nothing nor one above a hundred per cent is told. */
    private static boolean told(Figure ratio) {
        return ratio.number() != null && ratio.number().compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean prints(Figure figure) {
        return figure.date() != null
                || (figure.number() != null && figure.number().signum() != 0);
    }

    public Map<String, Object> defined(Measure measure, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", measure.id());
        json.put("title", language == Language.ZH ? measure.zh() : measure.en());
        json.put("unit", measure.unit());
        json.put("aggregation", measure.aggregation());
        if (measure.key() != null) {
            json.put("key", measure.key().name().toLowerCase(Locale.ROOT));
        }
        json.put("window", measure.window());
        texts.find(language, "measure." + measure.id() + ".note").ifPresent(note -> json.put("note", note));
        return json;
    }

    public void value(Map<String, Object> json, Language language, Measure measure, Figure figure) {
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        json.put("qualifier", figure.qualifier());
        json.put("display", display.of(language, measure, figure));
        json.put("plain", display.plain(language, figure));
        others(json, measure, figure);
        if (!figure.parts().isEmpty()) {
            json.put("numerator", figure.parts().getOrDefault(Measure.Aggregation.NUMERATOR, BigDecimal.ZERO));
            json.put("denominator", figure.parts().getOrDefault(Measure.Aggregation.DENOMINATOR, BigDecimal.ZERO));
        }
    }

    /** How many reports each group of the figure adds up; nothing for a measure that counts one by one. */
    public Map<@Nullable String, Integer> reports(Selection selection, @Nullable GroupBy by) {
        return selection.measure().addsReports() ? figures.reports(selection, by) : new HashMap<>();
    }

    /** {@code mayOverlap}, where the same may be in more than one of the reports that are added up. */
    public void overlap(Map<String, Object> json, Language language, @Nullable Integer reports) {
        if (reports != null && reports > 1) {
            json.put("mayOverlap", Map.of("reports", reports, "note", texts.text(language, "figure.overlap", reports)));
        }
    }

    /** {@code otherUnits}; of a setting of which several differ, {@code values}. */
    private static void others(Map<String, Object> json, Measure measure, Figure figure) {
        if (!figure.other().isEmpty()) {
            json.put(
                    measure.aggregation() == Measure.Aggregation.SETTING ? "values" : "otherUnits",
                    figure.other().stream().map(MeasureAnswers::part).toList());
        }
    }

    private static Map<String, Object> part(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        json.put("qualifier", figure.qualifier());
        return json;
    }

    /** A group's figure: as {@link #value}, without what a ratio is made of. */
    public void group(Map<String, Object> json, Language language, Measure measure, Figure figure) {
        json.putAll(part(figure));
        json.put("display", display.of(language, measure, figure));
        json.put("plain", display.plain(language, figure));
        others(json, measure, figure);
    }

    /** How much one fact adds, as a table prints it; of a measure that is a day, that day. */
    public String plain(Language language, Measure measure, Evidence fact) {
        return measure.aggregation() == Measure.Aggregation.DATE
                ? fact.validOn().toString()
                : display.plain(language, Figure.of(fact.quantity(), fact.unit(), fact.qualifier()))
                        .strip();
    }

    public static void window(Map<String, Object> json, Selection selection) {
        if (selection.from() != null) {
            json.put("from", selection.from());
        }
        json.put("to", selection.to());
    }
}
