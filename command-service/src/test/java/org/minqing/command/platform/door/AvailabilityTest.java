package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.log.LogSchema;
import org.minqing.log.RecordingTimeRefused;
import org.minqing.log.StoredEvent;
import org.minqing.log.TestDatabase;

/** One life of a command side: the demonstration is loaded, commands come, the database goes away. */
@Timeout(300)
class AvailabilityTest {
    private static final Instant START = Instant.parse("2011-12-26T01:00:00Z");
    private static final String REGISTER = """
            {"code": "53", "name": "云南省"}""";

    @Test
    void commands_wait_for_the_simulation_and_survive_the_database() {
        TestDatabase database = TestDatabase.create();
        LogSchema.openSimulated(database.command(), START);
        CommandServer server = CommandServer.of(
                database, "--spring.datasource.hikari.connection-timeout=1000", "--minqing.shares.commands.places=1");
        try {
            whileSimulatedTheLoaderAloneWrites(server);
            LogSchema.endSimulation(database.command());
            await().until(() -> !server.log().clock().simulated());
            nobodyGivesARecordingTimeAnyMore(server);
            server.post("RegisterDivision", REGISTER.replace("53", "54")).requireStatus(403);
            server.post("RegisterDivision", """
                            {"code": "5303", "name": "曲靖市"}""").requireStatus(201);
            database.close();
            isToldToComeAgain(server, "unavailable");
            await().until(
                            () -> server.send("GET", "/actuator/health/readiness", null)
                                    .status(),
                            status -> status == 503);
            for (String health : List.of("", "/readiness")) {
                Reply down = server.send("GET", "/actuator/health" + health, null);
                assertThat(down.status()).as(health).isEqualTo(503);
                assertThat(down.header("Retry-After")).as(health).isPresent();
            }
            assertThat(server.send("GET", "/actuator/health/liveness", null).status())
                    .isEqualTo(200);
        } finally {
            server.close();
        }
    }

    private static void whileSimulatedTheLoaderAloneWrites(CommandServer server) {
        isToldToComeAgain(server, "simulation-running");
        assertThat(server.post("RegisterDivision", REGISTER.replace("}", ", \"recordedAt\": \"2012-01-01T00:00:00Z\"}"))
                        .status())
                .isEqualTo(503);
        CommandDesk desk = server.bean(CommandDesk.class);
        Receipt receipt = desk.take(order(REGISTER, START.plusSeconds(3600)));
        StoredEvent event = server.stream("Division-53").getFirst();
        assertThat(event.position()).isEqualTo(receipt.position());
        assertThat(event.recordedAt()).isEqualTo(START.plusSeconds(3600));
        assertThat(event.occurredOn()).isEqualTo(LocalDate.of(2011, 12, 26));
        assertThatThrownBy(() -> desk.take(order("""
                        {"code": "5304", "name": "玉溪市", "occurredOn": "2011-12-27"}""", START.plusSeconds(3600))))
                .as("the simulated today is the 26th")
                .hasMessageContaining("in-the-future");
    }

    private static void nobodyGivesARecordingTimeAnyMore(CommandServer server) {
        CommandDesk desk = server.bean(CommandDesk.class);
        assertThatThrownBy(() -> desk.take(order("""
                        {"code": "5305", "name": "保山市"}""", START.plusSeconds(7200))))
                .isInstanceOf(RecordingTimeRefused.class);
    }

    private static void isToldToComeAgain(CommandServer server, String code) {
        Reply reply = server.post("RegisterDivision", REGISTER).requireStatus(503);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Retry-After")).isPresent();
        assertThat(reply.json().path("detail").asString()).contains("Retry-After");
    }

    private static CommandRequest order(String body, Instant recordedAt) {
        return new CommandRequest(
                new Sender("system", "loader", Set.of("office"), "53", null, null),
                UUID.nameUUIDFromBytes((body + recordedAt).getBytes(StandardCharsets.UTF_8)),
                "RegisterDivision",
                StrictJson.object(body.getBytes(StandardCharsets.UTF_8)),
                null,
                CommandRequest.Trace.NONE,
                recordedAt);
    }
}
