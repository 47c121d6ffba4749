package org.minqing.query.platform.endpoint;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Address;
import org.minqing.query.platform.answer.Lookup;
import org.minqing.query.platform.answer.Lookups;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.answer.Page;
import org.minqing.query.platform.fact.Answer;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Evidence;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.GroupBy;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.FigureQuestions;
import org.minqing.query.platform.question.ParameterForm;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Gazetteer.Place;
import org.minqing.query.platform.view.Measure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards, figures and the evidence behind each. */
@RestController
class FigureController {
    private final Snapshots snapshots;
    private final Catalogue catalogue;
    private final Figures figures;
    private final FigureQuestions questions;
    private final Gazetteer gazetteer;
    private final Lookups lookups;
    private final MeasureAnswers measured;
    private final Texts texts;

    FigureController(
            Snapshots snapshots,
            Catalogue catalogue,
            Figures figures,
            FigureQuestions questions,
            Gazetteer gazetteer,
            Lookups lookups,
            MeasureAnswers measured,
            Texts texts) {
        this.snapshots = snapshots;
        this.catalogue = catalogue;
        this.figures = figures;
        this.questions = questions;
        this.gazetteer = gazetteer;
        this.lookups = lookups;
        this.measured = measured;
        this.texts = texts;
    }

    @AcceptedParameters
    @GetMapping("/v1/measures")
    ResponseEntity<Object> measures(QuestionParameters asked) {
        return snapshots.answer(asked, question -> {
            List<Map<String, Object>> all = new ArrayList<>();
            catalogue.all().forEach(measure -> all.add(measured.defined(measure, question.language())));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("items", all);
            body.put("next", null);
            return body;
        });
    }

    @AcceptedParameters({"organisation", "from", "to"})
    @GetMapping("/v1/dashboards/{division}")
    ResponseEntity<Object> dashboard(@PathVariable String division, QuestionParameters asked) {
        return snapshots.answer(asked, question -> {
            String id = question.divisionId(division);
            List<Measure> all = List.copyOf(catalogue.all());
            List<Map<String, Object>> measures = measured.shown(List.of(new MeasureAnswers.Asked(question, all, id)));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("division", Address.of(gazetteer, question, id));
            body.put("asOf", question.asOf());
            body.put("position", question.knownAt());
            body.put("measures", measures);
            return body;
        });
    }

    @AcceptedParameters({
        "measure",
        "division",
        "village",
        "organisation",
        "cadre",
        "household",
        "task",
        "kind",
        "from",
        "to",
        "groupBy"
    })
    @GetMapping("/v1/figures")
    ResponseEntity<Object> figures(QuestionParameters asked) {
        Measure measure = measure(asked);
        GroupBy by = asked.choice("groupBy", GroupBy.class);
        return snapshots.answer(asked, question -> {
            Selection selection = questions.selection(question, measure, place(question));
            Map<String, Object> body = figure(question, measure, selection);
            body.put("groups", by == null ? List.of() : groups(question, selection, by));
            return body;
        });
    }

    private Map<String, Object> figure(Question question, Measure measure, Selection selection) {
        Map<String, Object> body = measured.defined(measure, question.language());
        Answer answer = figures.answer(selection);
        measured.value(body, question.language(), measure, answer.figure());
        measured.overlap(body, question.language(), answer.reports());
        MeasureAnswers.window(body, selection);
        return body;
    }

    private static @Nullable String place(Question question) {
        String division = question.division("division");
        return division == null ? question.division("village") : division;
    }

    private List<Map<String, Object>> groups(Question question, Selection selection, GroupBy by) {
        Map<@Nullable String, Figure> groups = figures.groups(selection, by);
        Lookup lookup = lookups.make();
        for (String key : groups.keySet()) {
            if (key != null && by == GroupBy.DIVISION) {
                lookup.collectDivision(key);
            } else if (key != null && !by.time()) {
                lookup.collectEntity(key);
            }
        }
        lookup.resolve(question);
        Map<@Nullable String, Integer> reports = measured.reports(selection, by);
        List<Map<String, Object>> shown = new ArrayList<>();
        groups.forEach((key, figure) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("key", key);
            json.put("title", title(question.language(), by, key, lookup));
            lookup.place(key == null ? "" : key).ifPresent(place -> json.put("code", place.code()));
            measured.group(json, question.language(), selection.measure(), figure);
            measured.overlap(json, question.language(), reports.get(key));
            shown.add(json);
        });
        return shown;
    }

    private String title(Language language, GroupBy by, @Nullable String key, Lookup lookup) {
        if (key == null) {
            return texts.text(language, "group.none");
        }
        if (by == GroupBy.DIVISION) {
            return lookup.place(key).map(Place::name).orElse(key);
        }
        return lookup.label(key)
                .or(() -> texts.find(language, "value." + by.name().toLowerCase(Locale.ROOT) + "." + key))
                .or(() -> texts.find(language, "value." + key))
                .orElse(key);
    }

    @AcceptedParameters({
        "measure",
        "division",
        "village",
        "organisation",
        "cadre",
        "household",
        "task",
        "kind",
        "from",
        "to",
        "groupBy",
        "limit",
        "cursor"
    })
    @GetMapping("/v1/figures/evidence")
    ResponseEntity<Object> evidence(QuestionParameters asked) {
        Measure measure = measure(asked);
        asked.choice("groupBy", GroupBy.class);
        Cursor cursor = Cursor.of(asked, 2);
        return snapshots.answer(cursor.asked(), question -> {
            Selection selection = questions.selection(question, measure, place(question));
            List<Evidence> found =
                    figures.evidence(selection, cursor.number(0), (int) cursor.number(1), cursor.limit() + 1);
            Map<String, Object> head = figure(question, measure, selection);
            if (asked.text("cursor") == null) {
                figures.authorities(selection).ifPresent(rests -> head.put("restsOn", rests));
            }
            return Page.of(
                            question,
                            cursor,
                            found,
                            e -> List.of(e.position(), e.ordinal()),
                            page -> shown(question, measure, page))
                    .with(head)
                    .response(question, "/v1/figures/evidence");
        });
    }

    /**
     * A fact behind a figure.
     *
     * @param plain how much, as a table prints it
     */
    record Shown(@JsonUnwrapped Evidence fact, String plain) {}

    private List<Shown> shown(Question question, Measure measure, List<Evidence> page) {
        return page.stream()
                .map(fact -> new Shown(fact, measured.plain(question.language(), measure, fact)))
                .toList();
    }

    private Measure measure(QuestionParameters asked) {
        String id = asked.text("measure");
        if (id == null) {
            throw Refusal.missing("measure", new ParameterForm("measure"));
        }
        return catalogue.find(id).orElseThrow(() -> Refusal.invalid("measure", "no-such-measure", id));
    }
}
