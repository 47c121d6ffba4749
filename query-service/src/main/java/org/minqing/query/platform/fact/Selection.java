package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;

/**
 * Which facts make up a figure: the one selection behind its value and its evidence.
 *
 * @param division divisionId: there and below; null: everywhere
 * @param organisation its facts, and those of no organisation (a hardship of the place); null: all
 * @param scope the asker's own organisation, whose facts alone count beside those of no organisation; null: all
 * @param from the first day; null: from the beginning
 * @param sinceLaunch from the launch of each fact's programme on
 * @param to the last day
 * @param knownAt the last position, which the read side has reached
 */
public record Selection(
        Measure measure,
        @Nullable String division,
        @Nullable UUID programme,
        @Nullable UUID organisation,
        @Nullable UUID scope,
        @Nullable UUID cadre,
        @Nullable UUID household,
        @Nullable String task,
        @Nullable String kind,
        @Nullable LocalDate from,
        boolean sinceLaunch,
        LocalDate to,
        long knownAt) {

    /** A stock stands on a day and has no beginning. */
    public boolean stock() {
        return stock(measure);
    }

    static boolean stock(Measure measure) {
        return measure.aggregation() == Aggregation.LEVEL || measure.window() == Window.ON_DAY;
    }

    /** The same facts, of some of these days only. */
    Selection between(@Nullable LocalDate first, LocalDate last) {
        return with(division, first == null ? from : first, last);
    }

    /** The same facts, wherever they lie. */
    Selection anywhere() {
        return with(null, from, to);
    }

    private Selection with(@Nullable String otherDivision, @Nullable LocalDate first, LocalDate last) {
        return new Selection(
                measure,
                otherDivision,
                programme,
                organisation,
                scope,
                cadre,
                household,
                task,
                kind,
                first,
                sinceLaunch,
                last,
                knownAt);
    }
}
