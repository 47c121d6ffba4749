package org.minqing.query.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.Measure;
import org.minqing.query.platform.Views;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Figure;

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
        "M22, 0.50,       CNY, EXACT,    0余元",
        "M22, 0,          CNY, EXACT,    0元",
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
        Figure figure = new Figure(new BigDecimal(number), null, unit, qualifier, Map.of(), Map.of());
        Measure m = catalogue.find(measure).orElseThrow();
        assertThat(display.of(Language.ZH, m, figure)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "M22, 30000.01, CNY, 'more than 30000 CNY'",
        "M20, 736,      households, 'more than 700 households'",
    })
    void prints_in_english(String measure, String number, String unit, String printed) {
        Figure figure = new Figure(new BigDecimal(number), null, unit, Qualifier.EXACT, Map.of(), Map.of());
        assertThat(display.of(Language.EN, catalogue.find(measure).orElseThrow(), figure))
                .isEqualTo(printed);
    }
}
