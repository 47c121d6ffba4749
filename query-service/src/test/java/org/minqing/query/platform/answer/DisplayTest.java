package org.minqing.query.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Figure;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Views;

class DisplayTest {
    private final Catalogue catalogue = new Catalogue(new Views(List.of()));
    private final Display display = new Display(new Texts());

    @ParameterizedTest
    @CsvSource({
        "M22, 30000.00,   CNY, EXACT,    3万元",
        "M22, 30000.01,   CNY, EXACT,    3万余元",
        "M22, 30000.00,   CNY, AT_LEAST, 3万余元",
        "M22, 39999.99,   CNY, EXACT,    3万余元",
        "M22, 123456.00,  CNY, EXACT,    10万余元",
        "M22, 9500.00,    CNY, EXACT,    9000余元",
        "M22, 0.01,       CNY, EXACT,    0.01元",
        "M22, 0.50,       CNY, EXACT,    0.5元",
        "M22, 1.50,       CNY, EXACT,    1.5元",
        "M22, 9.99,       CNY, AT_LEAST, 9.99余元",
        "M22, 10.01,      CNY, EXACT,    10余元",
        "M22, 0,          CNY, EXACT,    0元",
        "M22, 9999.99,    CNY, EXACT,    9000余元",
        "M22, 10000,      CNY, EXACT,    1万元",
        "M22, 99999999.99, CNY, EXACT,   9000万余元",
        "M22, 100000000,  CNY, EXACT,    1亿元",
        "M22, 100000000.01, CNY, EXACT,  1亿余元",
        "M22, 123456789,  CNY, EXACT,    1亿余元",
        "M22, 3200000000, CNY, EXACT,    30亿余元",
        "M22, 30000,      CNY, APPROX,   约3万元",
        "M22, 34567.80,   CNY, APPROX,   约34567.8元",
        "M20, 736,        households, EXACT,    700余户",
        "M20, 700,        households, EXACT,    700户",
        "M20, 700,        households, AT_LEAST, 700余户",
        "M20, 7,          households, EXACT,    7户",
        "M12P, 800,       persons, AT_LEAST, 800余人",
        "M09, 21000.00,   CNY, EXACT,    21000元",
        "M25, 14000,      m3,  EXACT,    14000立方米",
        "M25, 14000,      m2,  EXACT,    14000平方米",
    })
    void prints_as_a_report_does(String measure, String number, String unit, Qualifier qualifier, String printed) {
        Figure figure = new Figure(new BigDecimal(number), null, unit, qualifier, List.of(), Map.of());
        Measure m = catalogue.find(measure).orElseThrow();
        assertThat(display.of(Language.ZH, m, figure)).isEqualTo(printed);
    }

    /** As pages, tables and the annex of a report print it: nothing rounded, money to the fen. */
    @ParameterizedTest
    @CsvSource({
        "1750000,  CNY,        EXACT,    '1,750,000.00 元',   '1,750,000.00 yuan'",
        "0.5,      CNY,        EXACT,    0.50 元,             0.50 yuan",
        "0,        CNY,        EXACT,    0.00 元,             0.00 yuan",
        "30000.01, CNY,        AT_LEAST, '≥ 30,000.01 元',    '≥ 30,000.01 yuan'",
        "736,      households, EXACT,    736 户,              736 households",
        "14000,    m2,         EXACT,    '14,000 平方米',     '14,000 m²'",
    })
    void prints_in_a_table(String number, String unit, Qualifier qualifier, String chinese, String english) {
        Figure figure = new Figure(new BigDecimal(number), null, unit, qualifier, List.of(), Map.of());
        assertThat(display.plain(Language.ZH, figure)).isEqualTo(chinese);
        assertThat(display.plain(Language.EN, figure)).isEqualTo(english);
    }

    /** Amounts as sentences tell them: nothing lost, nothing left out, the largest unit that does it. */
    @ParameterizedTest
    @CsvSource({
        "0.01,         EXACT,    0.01元,        0.01 yuan",
        "1,            EXACT,    1元,           1 yuan",
        "9999.99,      EXACT,    9999.99元,     '9,999.99 yuan'",
        "10000,        EXACT,    1万元,         '10,000 yuan'",
        "21000,        EXACT,    2.1万元,       '21,000 yuan'",
        "21000,        AT_LEAST, 2.1万余元,     'more than 21,000 yuan'",
        "21000,        APPROX,   约2.1万元,     'about 21,000 yuan'",
        "21000.01,     EXACT,    21000.01元,    '21,000.01 yuan'",
        "1750000,      EXACT,    175万元,       '1,750,000 yuan'",
        "99999900,     EXACT,    9999.99万元,   '99,999,900 yuan'",
        "100000000,    EXACT,    1亿元,         '100,000,000 yuan'",
        "100000000,    AT_LEAST, 1亿余元,       'more than 100,000,000 yuan'",
        "123450000,    EXACT,    1.2345亿元,    '123,450,000 yuan'",
        "123456700,    EXACT,    123456700元,   '123,456,700 yuan'",
        "100000000.01, EXACT,    100000000.01元, '100,000,000.01 yuan'",
        "0,            EXACT,    0元,           0 yuan",
    })
    void tells_an_amount_in_a_sentence(String amount, Qualifier qualifier, String chinese, String english) {
        Figure figure = new Figure(new BigDecimal(amount), null, "CNY", qualifier, List.of(), Map.of());
        Measure m = catalogue.find("M09").orElseThrow();
        assertThat(display.prose(Language.ZH, m, figure)).isEqualTo(chinese);
        assertThat(display.prose(Language.EN, m, figure)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "M22, 30000.01, yuan, 'more than 30,000 yuan'",
        "M22, 0.01,     CNY, 0.01 yuan",
        "M22, 9.50,     CNY, 9.5 yuan",
        "M22, 100000000.01, yuan, 'more than 100,000,000 yuan'",
        "M20, 736,      households, 'more than 700 households'",
        "M25, 14000,    m3, '14,000 m³'",
        "M06, 1,        villages, '1 village'",
        "M35, 1,        townships and villages, '1 township or village'",
    })
    void prints_in_english(String measure, String number, String unit, String printed) {
        Figure figure = new Figure(new BigDecimal(number), null, unit, Qualifier.EXACT, List.of(), Map.of());
        assertThat(display.of(Language.EN, catalogue.find(measure).orElseThrow(), figure))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "52,   52,    100%（52/52）,      100% (52 of 52)",
        "0,    52,    0%（0/52）,         0% (0 of 52)",
        "51,   52,    98.1%（51/52）,     98.1% (51 of 52)",
        "9999, 10000, 99.9%（9999/10000）, '99.9% (9,999 of 10,000)'",
        "1,    10000, 0.1%（1/10000）,    '0.1% (1 of 10,000)'",
    })
    void tells_a_ratio_as_a_percentage_with_its_parts(String done, String owed, String chinese, String english) {
        BigDecimal value = new BigDecimal(done).divide(new BigDecimal(owed), 4, java.math.RoundingMode.HALF_UP);
        Figure figure = new Figure(
                value,
                null,
                "documents",
                Qualifier.EXACT,
                List.of(),
                Map.of(
                        Measure.Aggregation.NUMERATOR,
                        new BigDecimal(done),
                        Measure.Aggregation.DENOMINATOR,
                        new BigDecimal(owed)));
        Measure m = new Measure(
                "M28",
                Measure.Aggregation.RATIO,
                null,
                Measure.Window.SINCE_LAUNCH,
                "documents",
                false,
                Measure.Style.FULL,
                "应交材料上交率",
                "Documents handed in of those owed");
        assertThat(display.of(Language.ZH, m, figure)).isEqualTo(chinese);
        assertThat(display.prose(Language.ZH, m, figure)).isEqualTo(chinese);
        assertThat(display.plain(Language.EN, figure)).isEqualTo(english);
    }

    @Test
    void writes_a_day_out_in_a_sentence_and_keeps_it_plain_in_a_table() {
        Figure figure = new Figure(null, LocalDate.of(2011, 12, 26), "date", Qualifier.EXACT, List.of(), Map.of());
        Measure m = catalogue.find("M01").orElseThrow();
        assertThat(display.prose(Language.ZH, m, figure)).isEqualTo("2011年12月26日");
        assertThat(display.prose(Language.EN, m, figure)).isEqualTo("26 December 2011");
        assertThat(display.plain(Language.ZH, figure)).isEqualTo("2011-12-26");
    }

    @Test
    void prints_every_unit_there_is_and_how_exactly_each_is_known() {
        Figure cubic = Figure.of(new BigDecimal("5"), "m3", Qualifier.EXACT);
        Figure square = Figure.of(new BigDecimal("14000"), "m2", Qualifier.AT_LEAST);
        Figure figure = new Figure(cubic.number(), null, "m3", Qualifier.EXACT, List.of(square), Map.of());
        Measure m = catalogue.find("M25").orElseThrow();
        assertThat(display.of(Language.ZH, m, figure)).isEqualTo("5立方米、14000余平方米");
        assertThat(display.prose(Language.ZH, m, figure)).isEqualTo("5立方米、14000余平方米");
        assertThat(display.of(Language.EN, m, figure)).isEqualTo("5 m³, more than 14,000 m²");
        assertThat(display.plain(Language.ZH, figure)).isEqualTo("5 立方米、≥ 14,000 平方米");
    }
}
