package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.minqing.command.platform.refusal.StrictJson;
import tools.jackson.databind.JsonNode;

/** The same entered several times under other keys: one is taken, of the others each is refused. */
public record SameTwice(CommandServer server, String command, String body) {
    private static final int SENDERS = 8;

    /** In one bulk request the second names the first. */
    public void inBulk() {
        String line = "{\"command\": \"" + command + "\", \"commandId\": \"%s\", \"data\": " + body + "}";
        List<JsonNode> answers = Arrays.stream(
                        server.postLines(line.formatted(UUID.randomUUID()) + "\n" + line.formatted(UUID.randomUUID()))
                                .requireStatus(200)
                                .body()
                                .split("\n"))
                .map(StrictJson.MAPPER::readTree)
                .toList();
        assertThat(answers.stream().map(a -> a.path("status").asInt())).containsExactly(201, 409);
        assertThat(answers.get(1).path("detail").asString())
                .contains(answers.getFirst().path("subject").path("id").asString());
    }

    /** Of eight senders at once one is taken. */
    public void atOnce() throws Exception {
        Callable<Integer> call = () -> server.post(command, body).status();
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            List<Integer> statuses = new ArrayList<>();
            for (var answer : threads.invokeAll(Collections.nCopies(SENDERS, call))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201).hasSize(SENDERS);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(SENDERS - 1);
        }
    }
}
