package org.minqing.query.platform.question;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Period;

/** From what was asked to the facts that are meant: the window of each measure, where the asker names no days. */
public final class FigureQuestions {
    private final ReportingPeriods periods;

    FigureQuestions(ReportingPeriods periods) {
        this.periods = periods;
    }

    public Selection selection(Question question, Measure measure) {
        return selection(question, measure, question.division("division"));
    }

    public Selection selection(Question question, Measure measure, @Nullable String division) {
        QuestionParameters asked = question.asked();
        LocalDate from = asked.day("from");
        LocalDate wanted = asked.day("to");
        LocalDate to = wanted == null || wanted.isAfter(question.asOf()) ? question.asOf() : wanted;
        UUID organisation = question.organisation("organisation");
        boolean stock = measure.aggregation() == Aggregation.LEVEL || measure.window() == Window.ON_DAY;
        LocalDate first = stock ? null : from;
        if (first == null && !stock && measure.window() == Window.IN_PERIOD) {
            first = period(question, to, organisation, division == null ? question.scope() : division)
                    .from();
        }
        return new Selection(
                measure,
                division == null ? question.scope() : division,
                question.programme(),
                organisation,
                question.scopeOrganisation(),
                asked.uuid("cadre"),
                asked.uuid("household"),
                asked.text("task"),
                asked.text("kind"),
                first,
                first == null && !stock && measure.window() == Window.SINCE_LAUNCH,
                to,
                question.knownAt());
    }

    private Period period(Question question, LocalDate day, @Nullable UUID organisation, String place) {
        List<Period> held = periods.holding(
                day,
                question.knownAt(),
                question.programme(),
                organisation == null ? question.scopeOrganisation() : organisation,
                place);
        return held.isEmpty() ? Period.yearOf(day) : held.getFirst();
    }
}
