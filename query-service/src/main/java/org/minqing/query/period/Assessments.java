package org.minqing.query.period;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minqing.events.Ids;
import org.minqing.events.period.ReportSection;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.source.DataQuality;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.DataQuality.Severity;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Window;
import org.springframework.stereotype.Component;

/**
 * A period's figures and what is found wanting in it, as known at a position: the same whoever asks, and on whatever day.
 */
@Component
class Assessments {
    private static final String UNWRITTEN = "RP01";
    private static final String ABOVE_ALL = "RP02";
    private static final String HOLE = "RP03";
    /** What people leave where a word is still to come: {@code __}, {@code ××}, {@code XX}, braces, empty brackets. */
    private static final Pattern GAP = Pattern.compile(
            "_{2,}|＿{2,}|[×✕]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|\\{[^}]*}|[（(][\\s\u3000]*[）)]|【[\\s\u3000]*】");

    private final Catalogue catalogue;
    private final MeasureAnswers measured;
    private final DataQuality quality;

    Assessments(Catalogue catalogue, MeasureAnswers measured, DataQuality quality) {
        this.catalogue = catalogue;
        this.measured = measured;
        this.quality = quality;
    }

    /**
     * @param rules edition of the data-quality rules
     * @param findings those of the rules, then those of the report: RP01 a section nobody wrote, RP02 a ratio above 100 %, RP03 a
     *     section with a hole in it
     */
    record Assessment(long position, String rules, List<Map<String, Object>> figures, List<Finding> findings) {}

    Assessment of(Question question, PeriodState period) {
        List<Map<String, Object>> figures = figures(question, period, question.knownAt());
        return new Assessment(
                question.knownAt(), quality.version(), figures, findings(period, figures, question.knownAt()));
    }

    /** Every measure, as known at the position: a flow of the period's days, a stock as it stands on the last. */
    List<Map<String, Object>> figures(Question question, PeriodState period, long knownAt) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("organisation", period.of().organisationId().toString());
        asked.put("programme", period.of().programmeId().toString());
        asked.put("to", period.span().to().toString());
        Question total = question.instead(period.span().to(), knownAt, asked);
        Question flow = total.or(Map.of("from", period.span().from().toString()));
        return measured.shown(catalogue.all().stream()
                .map(measure -> new MeasureAnswers.Asked(
                        flows(measure) ? flow : total,
                        List.of(measure),
                        period.of().divisionId()))
                .toList());
    }

    private static boolean flows(Measure measure) {
        return measure.window() != Window.ON_DAY && measure.aggregation() != Measure.Aggregation.LEVEL;
    }

    private List<Finding> findings(PeriodState period, List<Map<String, Object>> figures, long knownAt) {
        Records records = new Records(
                period.of().programmeId(),
                period.of().organisationId(),
                null,
                period.span().from(),
                period.span().to(),
                knownAt);
        return Stream.of(
                        quality.findings(records).stream(), unwritten(period), aboveAll(period, figures), holes(period))
                .flatMap(found -> found)
                .toList();
    }

    /** Of so many nobody can have done more. */
    private static Stream<Finding> aboveAll(PeriodState period, List<Map<String, Object>> figures) {
        return figures.stream()
                .filter(figure -> figure.get("aggregation") == Measure.Aggregation.RATIO)
                .filter(figure ->
                        figure.get("value") instanceof BigDecimal ratio && ratio.compareTo(BigDecimal.ONE) > 0)
                .map(figure -> finding(
                        period,
                        ABOVE_ALL,
                        "Measure",
                        String.valueOf(figure.get("id")),
                        String.valueOf(figure.get("id"))));
    }

    private static Stream<Finding> holes(PeriodState period) {
        return period.sections().stream()
                .filter(section -> GAP.matcher(section.text()).find())
                .map(section -> finding(period, HOLE, section.section()));
    }

    private static Finding finding(PeriodState period, String rule, ReportSection section) {
        return finding(period, rule, "ReportSection", period.of().reportingPeriodId() + "/" + section, section);
    }

    private static Finding finding(PeriodState period, String rule, String type, String record, Object name) {
        return new Finding(
                Ids.named(rule, period.of().reportingPeriodId(), name),
                rule,
                Severity.ERROR,
                type,
                record,
                period.of().divisionId());
    }

    private static Stream<Finding> unwritten(PeriodState period) {
        return Stream.of(ReportSection.values())
                .filter(section -> period.sections().stream().noneMatch(written -> written.section() == section))
                .map(section -> finding(period, UNWRITTEN, section));
    }
}
