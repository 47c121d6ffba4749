package org.minqing.query.platform.view;

import org.jspecify.annotations.Nullable;

/**
 * A figure's definition: one number in one unit.
 *
 * @param id {@code M05}, {@code M20b}
 * @param aggregation how it is made of its evidence
 * @param key what DISTINCT counts; of a LEVEL: the stock is counted in these, each once however often it is held
 * @param window which evidence, when the asker names no days
 * @param unit of its facts when they name none
 * @param wide true: it holds for every division the programme works in, not only where its facts lie
 * @param style how it is printed
 * @param zh title
 * @param en title
 */
public record Measure(
        String id,
        Aggregation aggregation,
        @Nullable Key key,
        Window window,
        String unit,
        boolean wide,
        Style style,
        String zh,
        String en) {

    public Measure {
        if (aggregation != Aggregation.LEVEL && (aggregation == Aggregation.DISTINCT) != (key != null)) {
            throw new IllegalArgumentException(id + ": DISTINCT has a key, LEVEL may have one, nothing else has");
        }
    }

    /**
     * Whether it adds up numbers of persons or households that somebody reported, in place of counting them one by one: nobody can
     * tell then whether two reports tell of the same.
     */
    public boolean addsReports() {
        return aggregation == Aggregation.SUM && (unit.equals("households") || unit.equals("persons"));
    }

    /** How a figure is made of its evidence. */
    public enum Aggregation {
        /** Quantities added. */
        SUM,
        /** A stock: +1 and -1 by date, added from the beginning to the day; no {@code from} applies. */
        LEVEL,
        /** The number of keys whose facts in the window add to more than zero. */
        DISTINCT,
        /** The earliest day whose facts add to more than zero. */
        DATE,
        /**
         * The quantity of the latest subject, by day then position, whose facts do not add to zero: of each programme and kind. Where
         * these differ it is no one number.
         */
        SETTING,
        /** Facts of kind {@link #NUMERATOR} over facts of kind {@link #DENOMINATOR}. */
        RATIO;

        public static final String NUMERATOR = "DONE";
        public static final String DENOMINATOR = "OWED";
    }

    /** What DISTINCT, or a LEVEL with a key, counts. */
    public enum Key {
        HOUSEHOLD,
        CADRE,
        ORGANISATION,
        DIVISION,
        KIND,
        SUBJECT
    }

    /** Which evidence, when the asker names no days. */
    public enum Window {
        /** From the programme's launch to asOf. */
        SINCE_LAUNCH,
        /** The reporting period that holds asOf, else its calendar year. */
        IN_PERIOD,
        /** Everything up to asOf, as it stands on that day. */
        ON_DAY
    }

    /** How a figure is printed. */
    public enum Style {
        FULL,
        /** 概数: down to the leading digit of its unit, with 余 when something is left. */
        ROUND
    }
}
