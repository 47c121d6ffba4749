package org.minqing.query.dataquality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
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
        Cursor cursor = Cursor.of(asked, 1);
        return snapshots.answer(cursor.asked(), question -> {
            String after = cursor.text(0, "");
            Records records = records(question);
            List<Finding> found = wanted(asked.text("rule")).stream()
                    .filter(rule -> rule.number().compareTo(after.split(" ")[0]) >= 0)
                    .flatMap(rule -> rules.findings(rule, records).stream())
                    .filter(finding -> place(finding).compareTo(after) > 0)
                    .limit(cursor.limit() + 1L)
                    .toList();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("version", rules.version());
            fields.put("from", records.from());
            fields.put("to", records.to());
            return Page.of(question, cursor, found, f -> List.of(place(f)), page -> shown(question, page))
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

    private static String place(Finding finding) {
        return finding.rule() + " " + finding.id();
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

    private List<ObjectNode> shown(Question question, List<Finding> findings) {
        return items.named(
                question,
                findings.stream().map(f -> shown(question.language(), f)).toList());
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
