package org.minqing.query.period;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param findings those of the rules, then the sections nobody wrote
     */
    record Assessment(long position, String rules, List<Map<String, Object>> figures, List<Finding> findings) {}

    Assessment of(Question question, PeriodState period) {
        return new Assessment(
                question.knownAt(),
                quality.version(),
                figures(question, period, question.knownAt()),
                findings(period, question.knownAt()));
    }

    /** Every measure at the period's end, as known at the position. */
    List<Map<String, Object>> figures(Question question, PeriodState period, long knownAt) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Measure measure : catalogue.all()) {
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("organisation", period.of().organisationId().toString());
            asked.put("programme", period.of().programmeId().toString());
            asked.put("to", period.span().to().toString());
            if (measure.window() == Window.IN_PERIOD) {
                asked.put("from", period.span().from().toString());
            }
            figures.add(measured.of(
                            question.instead(period.span().to(), knownAt, asked),
                            measure,
                            period.of().divisionId())
                    .json());
        }
        return figures;
    }

    private List<Finding> findings(PeriodState period, long knownAt) {
        Records records = new Records(
                period.of().programmeId(),
                period.of().organisationId(),
                null,
                period.span().from(),
                period.span().to(),
                knownAt);
        return Stream.concat(quality.findings(records).stream(), unwritten(period))
                .toList();
    }

    private static Stream<Finding> unwritten(PeriodState period) {
        return Stream.of(ReportSection.values())
                .filter(section -> period.sections().stream().noneMatch(written -> written.section() == section))
                .map(section -> new Finding(
                        Ids.named(UNWRITTEN, period.of().reportingPeriodId(), section),
                        UNWRITTEN,
                        Severity.ERROR,
                        "ReportSection",
                        period.of().reportingPeriodId() + "/" + section,
                        period.of().divisionId()));
    }
}
