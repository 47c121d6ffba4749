package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Ids;
import org.minqing.log.Seeds;
import org.minqing.log.StoredEvent;
import org.minqing.log.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever lines are sent together, they come out as if each had been sent once the one before it was answered. */
@Timeout(300)
class BulkOrderTest {
    private static final int LINES = 150;
    private static final List<String> TELL_NOTHING = List.of("line", "traceId");

    private static CommandServer together;
    private static CommandServer apart;

    @BeforeAll
    static void start() {
        together = CommandServer.of(TestDatabase.create(), "--minqing.policies.on=false");
        apart = CommandServer.of(TestDatabase.create(), "--minqing.policies.on=false");
        String divisions = """
                {"command":"RegisterDivision","commandId":"00000000-0000-4000-8000-000000000001","data":{"code":"53","name":"云南省","occurredOn":"2011-01-01"}}
                {"command":"RegisterDivision","commandId":"00000000-0000-4000-8000-000000000002","data":{"code":"5303","name":"曲靖市","occurredOn":"2011-01-01"}}
                {"command":"RegisterDivision","commandId":"00000000-0000-4000-8000-000000000003","data":{"code":"530328","name":"沾益县","occurredOn":"2011-01-01"}}
                {"command":"RegisterDivision","commandId":"00000000-0000-4000-8000-000000000004","data":{"code":"530328202","name":"播乐乡","occurredOn":"2011-01-01"}}
                """;
        assertThat(answers(together, divisions)).isEqualTo(answers(apart, divisions));
    }

    @AfterAll
    static void stop() {
        for (CommandServer server : List.of(together, apart)) {
            server.close();
            server.database().close();
        }
    }

    @Test
    void lines_sent_together_come_out_as_if_sent_one_by_one() {
        Set<String> kinds = new HashSet<>();
        Set<String> amended = new HashSet<>();
        List<JsonNode> former = new ArrayList<>();
        Seeds.each(6, random -> {
            List<String> lines = new Body(random, former).lines();
            long before = together.log().head();
            assertThat(apart.log().head()).isEqualTo(before);
            List<JsonNode> expected = lines.stream()
                    .flatMap(line -> answers(apart, line).stream())
                    .toList();
            List<JsonNode> answered = answers(together, String.join("\n", lines));
            assertThat(answered).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                answered.get(i).path("events").forEach(former::add);
                kinds.add(answered.get(i).path("status").asInt()
                        + answered.get(i).path("code").asString());
                assertThat(answered.get(i))
                        .as("line %s: %s", i + 1, lines.get(i))
                        .isEqualTo(expected.get(i));
            }
            assertThat(entered(together, before)).isEqualTo(entered(apart, before));
            entered(together, before).stream()
                    .map(told -> told.substring(told.lastIndexOf(' ') + 1))
                    .forEach(amended::add);
        });
        assertThat(kinds).doesNotContain("409concurrent-change");
        if (!Seeds.named()) {
            assertThat(amended).contains("Voided", "Corrected");
            assertThat(kinds)
                    .contains(
                            "201",
                            "200",
                            "400invalid-body",
                            "404note-not-found",
                            "404unknown-command",
                            "404event-not-found",
                            "404division-not-found",
                            "409already-exists",
                            "409note-closed",
                            "409duplicate-household",
                            "409duplicate-person",
                            "422invalid-field",
                            "422idempotency-key-reused");
        }
    }

    private static List<JsonNode> answers(CommandServer server, String lines) {
        return server.postLines(lines)
                .requireStatus(200)
                .body()
                .lines()
                .map(line -> {
                    ObjectNode answer = (ObjectNode) StrictJson.MAPPER.readTree(line);
                    answer.remove(TELL_NOTHING);
                    return (JsonNode) answer;
                })
                .toList();
    }

    private static List<String> entered(CommandServer server, long before) {
        return server.log().readRange(before + 1, server.log().head()).stream()
                .map(BulkOrderTest::told)
                .toList();
    }

    private static String told(StoredEvent event) {
        return event.position() + " " + event.stream() + " " + event.sequence() + " " + event.eventId() + " "
                + event.payload().getClass().getSimpleName();
    }

    /** Lines that have much to do with each other. */
    private static final class Body {
        private final Random random;
        private final List<UUID> amendable = new ArrayList<>();
        private final List<UUID> notes = new ArrayList<>();
        private final List<UUID> households = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private final int village;
        /** What bodies before this one have entered, and are free to amend: divisions are what the others stand on. */
        private final List<JsonNode> former;

        Body(Random random, List<JsonNode> former) {
            this.random = random;
            this.former = former.stream()
                    .filter(event -> !event.path("type").asString().startsWith("Division."))
                    .toList();
            this.village = random.nextInt(1, 100_000);
        }

        List<String> lines() {
            while (lines.size() < LINES) {
                lines.add(line());
            }
            return lines;
        }

        private String line() {
            UUID key = new UUID(random.nextLong(), random.nextLong());
            String line = switch (random.nextInt(20)) {
                case 0, 1, 2 -> open(key);
                case 3, 4, 5 ->
                    of("ContinueNote", key, """
                                    "noteId":"%s","lines":%d,"text":"甲" """.formatted(
                                    any(notes), random.nextInt(20) == 0 ? 0 : random.nextInt(1, 3)));
                case 6 -> of("CloseNote", key, "\"noteId\":\"" + any(notes) + "\"");
                case 7 -> of("ReopenNote", key, "\"noteId\":\"" + any(notes) + "\"");
                case 8, 9, 16 -> register(key);
                case 10 -> of("AddHouseholdMember", key, """
                                    "householdId":"%s","member":%s""".formatted(any(households), person()));
                case 11 -> of("Void", key, """
                                    "eventId":"%s","following":%s,"reason":"误录" """.formatted(amended(), random.nextBoolean()));
                case 12 -> division(key);
                case 13 -> again();
                case 14 -> bad(key);
                case 17, 18 -> correct(key);
                default ->
                    random.nextInt(4) > 0
                            ? of("ArchiveHousehold", key, "\"householdId\":\"" + any(households) + "\"")
                            : of("ClassifyHousehold", key, """
                                            "householdId":"%s","kinds":["%d"]""".formatted(any(households), random.nextInt(2)));
            };
            if (!line.contains("OpenNote")) { // without its beginning this aggregate can do nothing
                amendable.add(key);
            }
            return line;
        }

        /** An event that this body enters, or one before it has. */
        private String amended() {
            return former.isEmpty() || random.nextBoolean()
                    ? Ids.event(CommandServer.OFFICE, any(amendable), 0).toString()
                    : former.get(random.nextInt(former.size())).path("id").asString();
        }

        private String correct(UUID key) {
            JsonNode event = former.isEmpty() ? null : former.get(random.nextInt(former.size()));
            String changes = event != null && event.path("type").asString().equals("Household.HouseholdRegistered")
                    ? "{\"householdNo\":\"" + random.nextInt(4) + "\"}"
                    : "{\"lines\":" + random.nextInt(1, 4) + "}";
            return of("Correct", key, """
                    "eventId":"%s","changes":%s,"reason":"误录" """.formatted(
                            event == null ? amended() : event.path("id").asString(), changes));
        }

        private String open(UUID key) {
            UUID given = random.nextInt(6) == 0 ? any(notes) : null;
            String more = given == null ? "" : ",\"noteId\":\"" + given + "\"";
            if (random.nextInt(3) == 0) {
                more += ",\"about\":\"" + any(notes) + "\"";
            }
            notes.add(given == null ? Ids.made(CommandServer.OFFICE, key) : given);
            return of("OpenNote", key, "\"villageCode\":\"" + code() + "\"" + more);
        }

        private String register(UUID key) {
            households.add(Ids.made(CommandServer.OFFICE, key));
            return of("RegisterHousehold", key, """
                    "villageCode":"%s","group":1,"householdNo":"%d","head":%s""".formatted(code(), random.nextInt(4), person()));
        }

        private String person() {
            return random.nextInt(3) == 0
                    ? "{\"name\":\"示例甲\"}"
                    : "{\"name\":\"示例甲\",\"citizenNumber\":\"" + citizenNumber() + "\"}";
        }

        /** One of a few. */
        private String citizenNumber() {
            String digits = "1101051949123" + String.format("1%03d", 900 + random.nextInt(6));
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (digits.charAt(i) - '0') * ((1 << 17 - i) % 11);
            }
            return digits + "10X98765432".charAt(sum % 11);
        }

        private String division(UUID key) {
            return of("RegisterDivision", key, """
                    "code":"%s","name":"示例村","occurredOn":"2011-01-0%d" """.formatted(code(), random.nextInt(1, 3)));
        }

        /** One of two villages, which are there once a line has registered them. */
        private String code() {
            return "530328202" + String.format("%03d", (village + random.nextInt(2)) % 1000);
        }

        private String again() {
            if (lines.isEmpty()) {
                return "not json";
            }
            String line = lines.get(random.nextInt(lines.size()));
            return random.nextBoolean()
                    ? line.replace("\"text\":\"甲\"", "\"text\":\"乙\"").replace("\"group\":1", "\"group\":2")
                    : line;
        }

        private String bad(UUID key) {
            return switch (random.nextInt(3)) {
                case 0 -> "not json";
                case 1 -> of("NoSuch", key, "");
                default -> of("OpenNote", key, "\"noSuch\":1");
            };
        }

        /** One that there is, or that there is not. */
        private UUID any(List<UUID> ids) {
            return ids.isEmpty() || random.nextInt(12) == 0
                    ? new UUID(4, random.nextInt(3))
                    : ids.get(Math.max(0, ids.size() - 1 - random.nextInt(8)));
        }

        private static String of(String command, UUID key, String fields) {
            return "{\"command\":\"" + command + "\",\"commandId\":\"" + key + "\",\"data\":{" + fields + "}}";
        }
    }
}
