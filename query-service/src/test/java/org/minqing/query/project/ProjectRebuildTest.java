package org.minqing.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.query.QueryServer;
import org.minqing.query.platform.projection.Rebuild;

class ProjectRebuildTest {
    @Test
    void everything_told_again_comes_out_the_same_row_for_row() throws InterruptedException {
        try (QueryServer server = new QueryServer()) {
            Works unused = new Works(server);
            server.ask(QueryServer.office("530328"), "/v1/projects"); // waits for the log's head
            Rebuild rebuild = server.context.getBean(Rebuild.class);
            assertThat(rebuild.run(1).same()).isTrue();
            Rebuild.Outcome again = rebuild.run(2);
            assertThat(again.same()).isTrue();
            assertThat(again.rows().get("fact")).isPositive();
        }
    }
}
