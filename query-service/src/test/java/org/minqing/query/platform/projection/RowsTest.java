package org.minqing.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.log.TestDatabase;

class RowsTest {
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "\\N",
            "a\\b",
            "tab\tline\nreturn\r",
            "曲靖市\t第\\二\n村",
            "a村b\\",
            "👩‍🌾 田",
            "\"quoted\", {braced}",
            "x".repeat(9000) + "村");

    @Test
    void whatever_is_written_is_read_back() throws SQLException {
        List<Long> numbers = List.of(0L, 7L, -7L, 1234567890123456789L, Long.MAX_VALUE, Long.MIN_VALUE);
        List<UUID> ids = List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(0x0123456789abcdefL, 0xfedcba9876543210L));
        Rows rows = new Rows();
        for (int i = 0; i < TEXTS.size(); i++) {
            rows.add(i)
                    .add(TEXTS.get(i))
                    .add(TEXTS.subList(0, i))
                    .add(numbers.get(i % numbers.size()))
                    .add(ids.get(i % ids.size()));
            rows.add(i % 2 == 0).add(i == 0 ? null : LocalDate.of(2012, 1, i));
            rows.add(new BigDecimal("-1.50").scaleByPowerOfTen(i)).end();
        }
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.upkeep().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table written (n int, text text, texts text[], number bigint, id uuid,"
                    + " bool boolean, day date, quantity numeric)");
            rows.copy(connection, "written");
            try (ResultSet found = statement.executeQuery("select * from written order by n")) {
                for (int i = 0; i < TEXTS.size(); i++) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getString(2)).isEqualTo(TEXTS.get(i));
                    assertThat((String[]) found.getArray(3).getArray()).containsExactlyElementsOf(TEXTS.subList(0, i));
                    assertThat(found.getLong(4)).isEqualTo(numbers.get(i % numbers.size()));
                    assertThat(found.getObject(5)).isEqualTo(ids.get(i % ids.size()));
                    assertThat(found.getBoolean(6)).isEqualTo(i % 2 == 0);
                    assertThat(found.getObject(7, LocalDate.class)).isEqualTo(i == 0 ? null : LocalDate.of(2012, 1, i));
                    assertThat(found.getBigDecimal(8))
                            .isEqualByComparingTo(new BigDecimal("-1.50").scaleByPowerOfTen(i));
                }
                assertThat(found.next()).isFalse();
            }
        }
    }
}
