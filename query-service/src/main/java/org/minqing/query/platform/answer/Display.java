package org.minqing.query.platform.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Style;

/** Figures as they are printed in a report: in every unit there is, and where there is no one setting each, one after the other. */
final class Display {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Texts texts;

    Display(Texts texts) {
        this.texts = texts;
    }

    /**
     * {@code 3万余元}, {@code 700余户}, {@code 5立方米、14000平方米}, {@code 98%（51/52）}, {@code 2011-12-26}; empty where there is nothing
     * to print.
     */
    String of(Language language, Measure measure, Figure figure) {
        return all(language, figure, each -> one(language, measure, each));
    }

    private String all(Language language, Figure figure, Function<Figure, String> one) {
        boolean several = figure.number() == null && !figure.other().isEmpty();
        String told = (several ? figure.other().stream() : Stream.concat(Stream.of(figure), figure.other().stream()))
                .map(one)
                .reduce((first, next) -> texts.text(language, "format.units", first, next))
                .orElseThrow();
        return several ? texts.text(language, "format.several", told) : told;
    }

    private String one(Language language, Measure measure, Figure figure) {
        if (figure.number() == null) {
            return figure.date() == null ? "" : figure.date().toString();
        }
        if (!figure.parts().isEmpty()) {
            return ratio(language, figure);
        }
        BigDecimal number = figure.number();
        String unit = unit(language, number, figure.unit());
        return measure.style() == Style.ROUND
                ? round(language, number, figure, unit)
                : full(language, number, figure.qualifier(), unit);
    }

    private String full(Language language, BigDecimal number, Qualifier qualifier, String unit) {
        return texts.text(language, "format.figure." + qualifier, told(language, number), unit);
    }

    /** In Chinese as it is written in a sentence; in English with its digits grouped. */
    private static String told(Language language, BigDecimal number) {
        return language == Language.EN ? grouped(number) : plain(number);
    }

    private static String grouped(BigDecimal number) {
        return format("#,##0.##", number);
    }

    /** Yuan to the fen: {@code 1,750,000.00}. */
    static String money(BigDecimal yuan) {
        return format("#,##0.00", yuan);
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private String unit(Language language, BigDecimal number, String unit) {
        String many = texts.find(language, "unit." + unit).orElse(unit);
        return number.compareTo(BigDecimal.ONE) == 0
                ? texts.find(language, "unit." + unit + ".one").orElse(many)
                : many;
    }

    /**
     * 概数: down to the leading digit; 余 when something is left or it is at least so many. What is less than ten has nothing to be
     * rounded to, and what is about so many is not known to be more: both are told whole. Money from 万 on is told in 万, from 亿
     * on in 亿.
     */
    private String round(Language language, BigDecimal number, Figure figure, String unit) {
        if (number.compareTo(BigDecimal.TEN) < 0 || figure.qualifier() == Qualifier.APPROX) {
            return texts.text(
                    language, "format.figure." + figure.qualifier(), whole(language, number, figure.unit()), unit);
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, number.precision() - number.scale() - 1));
        BigDecimal leading = number.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        boolean more = number.compareTo(leading) > 0 || figure.qualifier() != Qualifier.EXACT;
        return texts.text(
                language, "format.round." + (more ? "more" : "even"), whole(language, leading, figure.unit()), unit);
    }

    /** As {@link #told}, money in Chinese in 亿 or 万 where two decimals of 万, or four of 亿, lose nothing. */
    private String whole(Language language, BigDecimal number, String unit) {
        BigDecimal large = language == Language.EN || !unit.equals("CNY") || number.compareTo(WAN) < 0
                ? BigDecimal.ONE
                : number.compareTo(YI) < 0 ? WAN : YI;
        BigDecimal least = large.equals(WAN) ? HUNDRED : WAN;
        if (large.equals(BigDecimal.ONE) || number.remainder(least).signum() != 0) {
            return told(language, number);
        }
        return texts.text(language, large.equals(WAN) ? "format.wan" : "format.yi", plain(number.divide(large)));
    }

    /** As {@link #of}, a day written out, money from 万 on in 万元 or 亿元 where that loses nothing: {@code 2.1万元}. */
    String prose(Language language, Measure measure, Figure figure) {
        return all(language, figure, each -> sentence(language, measure, each));
    }

    private String sentence(Language language, Measure measure, Figure figure) {
        BigDecimal number = figure.number();
        if (number == null) {
            return figure.date() == null ? "" : language.day(figure.date());
        }
        if (measure.style() == Style.ROUND
                || !figure.parts().isEmpty()
                || !figure.unit().equals("CNY")) {
            return one(language, measure, figure);
        }
        return texts.text(
                language,
                "format.figure." + figure.qualifier(),
                whole(language, number, figure.unit()),
                unit(language, number, figure.unit()));
    }

    /** As pages and tables print it, digits grouped, nothing rounded, money to the fen: {@code 21,000.00 元}. */
    String plain(Language language, Figure figure) {
        return all(language, figure, each -> cell(language, each));
    }

    private String cell(Language language, Figure figure) {
        if (figure.number() == null) {
            return figure.date() == null ? "" : figure.date().toString();
        }
        if (!figure.parts().isEmpty()) {
            return ratio(language, figure);
        }
        String unit = unit(language, figure.number(), figure.unit());
        return (figure.qualifier() == Qualifier.AT_LEAST ? "≥ " : figure.qualifier() == Qualifier.APPROX ? "≈ " : "")
                + exact(figure.number(), figure.unit()) + " " + unit;
    }

    private static String exact(BigDecimal number, String unit) {
        return unit.equals("CNY") ? money(number) : grouped(number);
    }

    /** {@code 「硬化村组道路」原记14000立方米，2014年3月10日更正为14000平方米}, as a sentence prints it. */
    String corrected(Language language, Measure measure, Figures.Correction correction) {
        return texts.text(
                language,
                "format.corrected",
                language == Language.ZH ? measure.zh() : measure.en(),
                measure.id(),
                part(language, measure, correction.former(), correction.formerUnit()),
                language.day(correction.recordedOn()),
                part(language, measure, correction.quantity(), correction.unit()));
    }

    /** To the last digit: what was corrected may be less than what is rounded away. */
    private String part(Language language, Measure measure, @Nullable BigDecimal number, @Nullable String unit) {
        if (number == null || unit == null) {
            return full(language, BigDecimal.ZERO, Qualifier.EXACT, unit(language, BigDecimal.ZERO, measure.unit()));
        }
        String words = unit.equals("CNY") ? whole(language, number, unit) : told(language, number);
        return texts.text(language, "format.figure.EXACT", words, unit(language, number, unit));
    }

    /** With its parts, so that nobody takes a percentage of two for one of a thousand: {@code 98.1%（51/52）}. */
    private String ratio(Language language, Figure figure) {
        BigDecimal done = figure.parts().getOrDefault(Measure.Aggregation.NUMERATOR, BigDecimal.ZERO);
        BigDecimal owed = figure.parts().getOrDefault(Measure.Aggregation.DENOMINATOR, BigDecimal.ZERO);
        return texts.text(
                language, "format.ratio", plain(percent(done, owed)), told(language, done), told(language, owed));
    }

    /** To a tenth; only what is whole is a hundred, only what is nothing is none. */
    private static BigDecimal percent(BigDecimal done, BigDecimal owed) {
        BigDecimal percent = done.movePointRight(2).divide(owed, 1, RoundingMode.HALF_UP);
        if (done.signum() > 0 && done.compareTo(owed) < 0) {
            return percent.max(TENTH).min(HUNDRED.subtract(TENTH));
        }
        return percent;
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
