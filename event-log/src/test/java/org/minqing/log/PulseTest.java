package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that takes connections and says nothing keeps nobody waiting. */
@ExtendWith(Patience.class)
class PulseTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog log = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private final SilentServer server = new SilentServer(
            URI.create(database.url().substring("jdbc:".length())).getPort());
    private final HikariDataSource pool = pool();
    private final Pulse pulse = new Pulse(pool, Duration.ofSeconds(1));

    PulseTest() throws IOException {}

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database.name()));
        config.setUsername(TestDatabase.COMMAND);
        config.setPassword(TestDatabase.PASSWORD);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.addDataSourceProperty("socketFactory", DatabaseSockets.class.getName());
        return new HikariDataSource(config);
    }

    @AfterEach
    void drop() throws IOException {
        pulse.close();
        pool.close();
        server.close();
        log.close();
        database.close();
    }

    private CompletableFuture<Void> question(int seconds) {
        return CompletableFuture.runAsync(() -> {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_sleep(" + seconds + ")");
            } catch (SQLException e) {
                throw new IllegalStateException(e.getSQLState(), e);
            }
        });
    }

    @Test
    void a_question_may_take_longer_than_silence_may() throws Exception {
        question(4).get(60, TimeUnit.SECONDS);
    }

    @Test
    void whoever_waits_is_told_and_everything_goes_on_when_it_speaks_again() throws Exception {
        question(0).get(60, TimeUnit.SECONDS);
        CompletableFuture<Void> waiting = question(600);
        server.fallSilent();
        assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessageStartingWith("08");
        server.speak();
        await().untilAsserted(() -> question(0).get(60, TimeUnit.SECONDS));
    }

    @Test
    void an_append_is_refused_in_the_silence_and_stands_once_when_it_is_repeated() {
        try (var tail = new LogTail(pool);
                var appender = Sample.appender(pool, tail)) {
            var key = UUID.randomUUID();
            AppendRequest first = Sample.request("test", key, null, Sample.events("Note-a", 0, "one"));
            appender.append(Sample.request("Note-b", 0, "before"));
            server.fallSilent();
            assertThatThrownBy(() -> appender.append(first)).isInstanceOf(LogUnavailable.class);
            assertThatThrownBy(() -> appender.append(Sample.request("Note-c", 0, "refused at once")))
                    .isInstanceOf(LogUnavailable.class);
            server.speak();
            await().ignoreExceptions().until(() -> stands(appender, first));
            assertThat(log.log().readStreams(Map.of("Note-a", 0L))).hasSize(1);
        }
    }

    /** Whether it was taken now, or shows by its key that it was before. */
    private static boolean stands(Appender appender, AppendRequest request) {
        try {
            return appender.append(request) > 0;
        } catch (DuplicateCommand e) {
            return true;
        }
    }
}
