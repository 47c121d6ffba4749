package org.minqing.query.dataquality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.dataquality.FindingPages.After;
import org.minqing.query.dataquality.FindingPages.Told;
import org.minqing.query.dataquality.Walk.Place;
import org.minqing.query.dataquality.Walk.Stretch;
import org.minqing.query.platform.answer.Items;
import org.minqing.query.platform.answer.Page;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.view.Period;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the rules find, with what to do about it. */
@RestController
class DataQualityController {
    private static final String PATH = "/v1/data-quality";

    private final DataQualityRules rules;
    private final Snapshots snapshots;
    private final Items items;
    private final Texts texts;
    private final ReportingPeriods periods;

    DataQualityController(
            DataQualityRules rules, Snapshots snapshots, Items items, Texts texts, ReportingPeriods periods) {
        this.rules = rules;
        this.snapshots = snapshots;
        this.items = items;
        this.texts = texts;
        this.periods = periods;
    }

    @AcceptedParameters({"organisation", "division", "rule", "from", "to", "limit", "cursor"})
    @GetMapping(PATH)
    ResponseEntity<Object> findings(QuestionParameters asked) {
        Cursor cursor = Cursor.of(asked, PARTS);
        FindingPages pages = new FindingPages(rules, FindingPages.FEW);
        return snapshots.answer(cursor.asked(), question -> {
            Records records = records(question);
            List<Told> found =
                    pages.page(wanted(asked.text("rule")), records, after(cursor, pages), cursor.limit() + 1);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("version", rules.version());
            fields.put("from", records.from());
            fields.put("to", records.to());
            return Page.of(question, cursor, found, DataQualityController::place, page -> shown(question, page))
                    .with(fields)
                    .response(question, PATH);
        });
    }

    @AcceptedParameters
    @GetMapping(PATH + "/rules")
    ResponseEntity<Object> rules(QuestionParameters asked) {
        return snapshots.answer(
                asked,
                question -> new Page(
                                Map.of("version", rules.version()),
                                rules.rules().stream()
                                        .map(rule -> described(question.language(), rule))
                                        .toList(),
                                null)
                        .response(question, PATH + "/rules"));
    }

    private static final int PARTS = 7;

    /** Rule, stretch of its walk, finding. */
    private static List<?> place(Told told) {
        Place after = told.stretch().after();
        return List.of(
                told.finding().rule(),
                told.finding().id(),
                told.stretch().part(),
                told.stretch().most(),
                after == null ? "" : after.division(),
                after == null ? "" : after.key(),
                after == null ? "" : after.id());
    }

    private After after(Cursor cursor, FindingPages pages) {
        String number = cursor.text(0, "");
        return rules.rules().stream()
                .filter(rule -> rule.number().equals(number))
                .findFirst()
                .map(rule -> new After(number, stretch(cursor, rule.walk()), cursor.text(1, "")))
                .orElseGet(pages::first);
    }

    private static Stretch stretch(Cursor cursor, @Nullable Walk walk) {
        int last = walk == null ? 0 : walk.types().size() - 1;
        Place place = cursor.text(5, "").isEmpty() || walk == null
                ? null
                : new Place(
                        cursor.text(4, ""),
                        walk.measure() == null
                                ? String.valueOf(cursor.number(5))
                                : cursor.day(5, LocalDate.EPOCH).toString(),
                        cursor.text(6, ""));
        return new Stretch(
                Math.clamp(cursor.number(2), 0, last), place, Math.clamp(cursor.number(3), 1, FindingPages.MANY));
    }

    private List<Rule> wanted(@Nullable String number) {
        if (number == null) {
            return rules.rules();
        }
        return List.of(rules.rules().stream()
                .filter(rule -> rule.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("rule", number)));
    }

    /** Of the days asked for, else of the reporting period that holds the day, else of its calendar year; never after the day. */
    private Records records(Question question) {
        UUID named = question.organisation("organisation");
        UUID organisation = named == null ? question.scopeOrganisation() : named;
        LocalDate from = question.asked().day("from");
        LocalDate wanted = question.asked().day("to");
        LocalDate to = wanted == null || wanted.isAfter(question.asOf()) ? question.asOf() : wanted;
        LocalDate first = from == null ? period(question, to, organisation).from() : from;
        String division = question.division("division");
        return new Records(
                question.programme(),
                organisation,
                division == null ? question.scope() : division,
                first.isAfter(to) ? to : first,
                to,
                question.knownAt());
    }

    private Period period(Question question, LocalDate day, @Nullable UUID organisation) {
        return periods.holding(day, question.knownAt(), question.programme(), organisation, question.scope()).stream()
                .findFirst()
                .orElseGet(() -> Period.yearOf(day));
    }

    private List<ObjectNode> shown(Question question, List<Told> page) {
        return items.named(
                question,
                page.stream()
                        .map(told -> shown(question.language(), told.finding()))
                        .toList());
    }

    private ObjectNode shown(Language language, Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", finding.id().toString());
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().name());
        json.put("title", texts.text(language, "rule." + finding.rule() + ".title"));
        json.put("remedy", texts.text(language, "rule." + finding.rule() + ".remedy"));
        json.putObject("record").put("type", finding.type()).put("id", finding.record());
        if (finding.divisionId() != null) {
            json.put("divisionId", finding.divisionId());
        }
        return json;
    }

    private Map<String, Object> described(Language language, Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.number());
        json.put("severity", rule.severity());
        json.put("title", texts.text(language, "rule." + rule.number() + ".title"));
        json.put("remedy", texts.text(language, "rule." + rule.number() + ".remedy"));
        return json;
    }
}
