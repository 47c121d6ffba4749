package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "57P01, true",
        "53300, true",
        "3D000, true",
        "25006, true",
        "23505, false",
        "25001, false"
    })
    void a_database_that_cannot_be_reached_is_told_from_a_statement_that_fails(String state, boolean outage) {
        assertThat(Outage.causes(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(outage);
    }

    @Test
    void no_connection_is_an_outage_and_a_mistake_of_ours_is_none() {
        assertThat(Outage.causes(new RuntimeException(new SQLTransientConnectionException("pool"))))
                .isTrue();
        assertThat(Outage.causes(new RuntimeException(new SocketException("reset"))))
                .isTrue();
        assertThat(Outage.causes(new NullPointerException())).isFalse();
    }

    @Test
    void a_failure_of_the_driver_that_nobody_has_put_into_another_is_the_databases_too() {
        assertThat(Outage.ofDatabase(new SQLException("This connection has been closed.", "08003")))
                .isTrue();
        assertThat(Outage.ofDatabase(
                        new TransactionSystemException("JDBC rollback failed", new SQLException("closed", "08003"))))
                .isTrue();
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("odd"));
        assertThat(Outage.ofDatabase(rollback)).isFalse();
        rollback.initApplicationException(new IllegalStateException(new SQLException("gone", "57P01")));
        assertThat(Outage.ofDatabase(rollback)).isTrue();
        assertThat(Outage.ofDatabase(new SQLException("Connection is closed"))).isTrue();
        assertThat(Outage.ofDatabase(new RuntimeException(new SocketException("reset"))))
                .as("somebody else's line")
                .isFalse();
        assertThat(Outage.ofDatabase(new SQLException("twice", "23505"))).isFalse();
    }
}
