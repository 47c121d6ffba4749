package org.minqing.query.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.fact.Figure;

/** What a report may tell: the figures of its days, those since the programme began, and the names that belong to them. */
interface ReportFigures {
    /** Of the period's days or as it stood on the last; or, of flows alone, from the programme's launch to the last. */
    enum Span {
        PERIOD,
        SINCE_LAUNCH
    }

    /**
     * A figure as a sentence prints it.
     *
     * @param evidence the question that gives the facts it is made of, and nothing else
     */
    record Told(String text, Figure figure, String evidence) {
        /** Whether it is other than nothing; that nothing was done of what was owed is something. */
        boolean tells() {
            BigDecimal number = figure.number();
            return figure.date() != null
                    || number == null && !figure.other().isEmpty()
                    || number != null && (number.signum() > 0 || !figure.parts().isEmpty());
        }
    }

    /** Nothing where there is no evidence. */
    Optional<Told> figure(Outline.Figured what, Span span);

    /** By kind, what there is something of. */
    Map<String, Told> kinds(String measure, Span span);

    /**
     * The places the figure counts, as they were called on the period's last day.
     *
     * @param whole beginning with the county
     */
    List<String> places(Outline.Figured what, boolean whole);

    /** What an id is called; null: nothing is known of it. */
    @Nullable
    String label(String id);

    /** Of {@code organisation}, {@code programme}, {@code tasks}; a name people gave is marked as such. Empty: there is none. */
    List<Report.Run> named(String what);
}
