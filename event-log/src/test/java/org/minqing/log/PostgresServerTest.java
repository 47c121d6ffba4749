package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @Test
    void runs_where_root_may_make_no_user_namespace() {
        try (PostgresServer server = PostgresServer.start(false);
                TestDatabase database = TestDatabase.create(server)) {
            assertThat(LogSchema.open(database.command())).isEqualTo(ClockMode.SYSTEM);
        }
    }
}
