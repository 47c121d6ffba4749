package org.minqing.query.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.Measure;
import org.minqing.query.platform.Measure.Style;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.fact.Figures;

/** Figures as they are printed in a report. */
final class Display {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Texts texts;

    Display(Texts texts) {
        this.texts = texts;
    }

    /** {@code 3万余元}, {@code 700余户}, {@code 214户}, {@code 2011-12-26}; empty where there is nothing to print. */
    String of(Language language, Measure measure, Figure figure) {
        if (figure.number() == null) {
            return figure.date() == null ? "" : figure.date().toString();
        }
        String unit = texts.find(language, "unit." + figure.unit()).orElse(figure.unit());
        BigDecimal number = figure.number();
        return measure.style() == Style.ROUND
                ? round(language, number, figure, unit)
                : full(language, number, figure.qualifier(), unit);
    }

    private String full(Language language, BigDecimal number, Qualifier qualifier, String unit) {
        return texts.text(language, "format.figure." + qualifier, plain(number), unit);
    }

    /** 概数: down to the leading digit; 余 when something is left or it is at least so many. Money from 万 on is told in 万元. */
    private String round(Language language, BigDecimal number, Figure figure, String unit) {
        if (number.signum() <= 0) {
            return full(language, number, figure.qualifier(), unit);
        }
        boolean tens = language == Language.ZH && figure.unit().equals("CNY") && number.compareTo(TEN_THOUSAND) >= 0;
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, number.precision() - number.scale() - 1));
        BigDecimal leading = number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        boolean more = number.compareTo(leading) > 0 || figure.qualifier() != Qualifier.EXACT;
        BigDecimal shown = tens ? leading.divide(TEN_THOUSAND) : leading;
        return texts.text(
                language, "format.round." + (more ? "more" : "even") + (tens ? ".tens" : ""), plain(shown), unit);
    }

    /** As {@link #of}, money from 万 on in 万元 where that loses nothing, a ratio as its parts: {@code 2.1万元}, {@code 51/52}. */
    String prose(Language language, Measure measure, Figure figure) {
        BigDecimal number = figure.number();
        if (number == null) {
            return of(language, measure, figure);
        }
        if (!figure.parts().isEmpty()) {
            return ratio(figure);
        }
        boolean tens = measure.style() == Style.FULL
                && language == Language.ZH
                && figure.unit().equals("CNY")
                && number.compareTo(TEN_THOUSAND) >= 0
                && number.remainder(BigDecimal.valueOf(100)).signum() == 0;
        if (!tens) {
            return of(language, measure, figure);
        }
        String form = figure.qualifier() == Qualifier.EXACT ? "format.round.even.tens" : "format.round.more.tens";
        return texts.text(
                language,
                form,
                plain(number.divide(TEN_THOUSAND)),
                texts.find(language, "unit.CNY").orElse("CNY"));
    }

    /** As a table prints it, digits grouped, nothing rounded: {@code 21,000 元}. */
    String plain(Language language, Figure figure) {
        if (figure.number() == null) {
            return figure.date() == null ? "" : figure.date().toString();
        }
        if (!figure.parts().isEmpty()) {
            return ratio(figure);
        }
        String unit = texts.find(language, "unit." + figure.unit()).orElse(figure.unit());
        String number =
                new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure.number());
        return (figure.qualifier() == Qualifier.AT_LEAST ? "≥ " : figure.qualifier() == Qualifier.APPROX ? "≈ " : "")
                + number + " " + unit;
    }

    /** {@code 「硬化村组道路」（M25）原记 14,000 立方米，2014-03-10 更正为 14,000 平方米}. */
    String corrected(Language language, Measure measure, Figures.Correction correction) {
        return texts.text(
                language,
                "format.corrected",
                language == Language.ZH ? measure.zh() : measure.en(),
                measure.id(),
                part(language, correction.former(), correction.formerUnit()),
                correction.recordedOn(),
                part(language, correction.quantity(), correction.unit()));
    }

    private String part(Language language, @Nullable BigDecimal number, @Nullable String unit) {
        if (number == null || unit == null) {
            return "0";
        }
        return plain(language, Figure.of(number, unit, Qualifier.EXACT));
    }

    private static String ratio(Figure figure) {
        return plain(figure.parts().getOrDefault(Measure.Aggregation.NUMERATOR, BigDecimal.ZERO)) + "/"
                + plain(figure.parts().getOrDefault(Measure.Aggregation.DENOMINATOR, BigDecimal.ZERO));
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
