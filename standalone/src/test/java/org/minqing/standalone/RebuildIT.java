package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.query.platform.projection.Rebuild;
import org.minqing.standalone.Client.Answer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything shown is computed from the log: taken away and computed again, it is the same. */
@RunningYear.Guest
class RebuildIT {
    private static final List<String> MODELS =
            List.of("event", "register", "fact", "stock", "roll", "audit_entry", "task");

    private JdbcClient jdbc;
    private ConfigurableApplicationContext another;

    /** A second query-service beside the running one, whose rebuild is asked for. */
    @BeforeEach
    void start(RunningYear year) throws IOException {
        jdbc = year.minqing.models();
        another = Sides.query(
                new DataDirectory(year.minqing.data),
                new Ports(FreePorts.first(4)),
                year.minqing.access(),
                new Sides.Shared("not a secret", "nor this", null),
                null);
    }

    @AfterEach
    void stop() {
        another.close();
        jdbc.sql("drop schema if exists kept cascade").update();
    }

    @Test
    void makes_every_read_model_again_equal_row_for_row_after_all_were_dropped(RunningYear year) throws Exception {
        String then = "/v1/dashboards/%s?asOf=2012-12-31&knownAt=%d".formatted(RunningYear.SHUITIAN, year.loaded);
        String before = year.office.text(then);
        jdbc.sql("create schema kept").update();
        for (String model : MODELS) {
            jdbc.sql("create table kept.%1$s as table read.%1$s".formatted(model))
                    .update();
            jdbc.sql("drop table read.%s cascade".formatted(model)).update();
        }

        Rebuild.Outcome outcome = another.getBean(Rebuild.class).run(2);

        assertThat(outcome.position()).isGreaterThanOrEqualTo(year.loaded);
        for (String model : MODELS) {
            assertThat(count("table kept." + model))
                    .as(model)
                    .isPositive()
                    .isEqualTo(outcome.rows().get(model));
            assertThat(count("table kept.%1$s except all table read.%1$s".formatted(model)))
                    .as(model)
                    .isZero();
            assertThat(count("table read.%1$s except all table kept.%1$s".formatted(model)))
                    .as(model)
                    .isZero();
        }
        assertThat(year.office.text(then)).isEqualTo(before);
    }

    @Test
    void finds_nothing_to_change_and_goes_on_with_what_comes(RunningYear year) throws Exception {
        Rebuild.Outcome outcome = another.getBean(Rebuild.class).run(2);
        assertThat(outcome.differences()).containsOnlyKeys(MODELS);
        assertThat(outcome.same()).as(outcome.differences().toString()).isTrue();

        Answer opened = year.office.done(
                "RegisterOrganisation", Map.of("name", "示例单位", "kind", "OFFICE", "divisionCode", "5303"));
        String made = opened.body().at("/subject/id").asString();
        assertThat(year.office
                        .ask("/v1/organisations/" + made + "?after=" + opened.position())
                        .get("name")
                        .asString())
                .isEqualTo("示例单位");
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from (" + rows + ") as r")
                .query(Long.class)
                .single();
    }
}
