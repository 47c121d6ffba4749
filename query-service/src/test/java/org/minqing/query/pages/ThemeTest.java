package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void every_measure_stands_under_one_heading_by_name() throws IOException {
        for (String id : measures()) {
            assertThat(Arrays.stream(Theme.values()).filter(theme -> theme.names(id)))
                    .as(id)
                    .hasSize(1);
        }
        assertThat(measures()).hasSizeGreaterThan(70);
        assertThat(Theme.of("A14")).isEqualTo(Theme.MONEY);
        assertThat(Theme.of("A07")).isEqualTo(Theme.TEAM);
    }

    private static List<String> measures() throws IOException {
        try (InputStream in = ThemeTest.class.getResourceAsStream("/measures.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[AM]\\d\\d.*"))
                    .map(line -> line.substring(0, line.indexOf(',')).strip())
                    .toList();
        }
    }
}
