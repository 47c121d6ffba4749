package org.minqing.standalone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoadingTest {
    /** Divisions, cadres, programme, the roster's beginning and the first households. */
    private static final Instant FAR_ENOUGH = Script.at(LocalDate.of(2012, 1, 12), 0);

    @TempDir
    Path folder;

    @Test
    void takes_up_a_load_that_was_cut_short_wherever_that_was() {
        Script script = Year.script().before(FAR_ENOUGH);
        try (var side = new CommandSide(folder)) {
            for (int length : List.of(0, 3, 11, 40, 100)) {
                assertThatThrownBy(() -> new Loading(cutShortAfter(length, side)).run(script))
                        .isInstanceOf(IllegalStateException.class);
            }
            new Loading(side.desk()::take).run(script);
            List<String> once = log(side);
            new Loading(side.desk()::take).run(script);
            assertThat(log(side)).isEqualTo(once);
            assertThat(once).hasSizeGreaterThan(script.steps().size()).isSorted();
            assertThat(script.steps())
                    .allSatisfy(step -> assertThat(side.database())
                            .satisfies(
                                    database -> assertThat(recorded(side, step)).isEqualTo(step.recordedAt())));
        }
    }

    private static java.util.function.Function<CommandRequest, Receipt> cutShortAfter(int length, CommandSide side) {
        var sent = new AtomicInteger();
        return order -> {
            if (sent.getAndIncrement() >= length) {
                throw new IllegalStateException("killed");
            }
            return side.desk().take(order);
        };
    }

    private static List<String> log(CommandSide side) {
        return JdbcClient.create(side.database().command())
                .sql(
                        "select to_char(recorded_at, 'YYYY-MM-DD HH24:MI:SS.US') || lpad(position::text, 9, '0') || event_id from log.event order by position")
                .query(String.class)
                .list();
    }

    private static Instant recorded(CommandSide side, Step step) {
        return JdbcClient.create(side.database().command())
                .sql("select min(recorded_at) from log.event where command_id = ?")
                .param(step.commandId())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
