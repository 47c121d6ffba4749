package org.minqing.command.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Ids;
import org.minqing.events.note.NoteEvent;
import org.minqing.events.note.NoteEvent.NoteClosed;
import org.minqing.log.LogMessageSource;
import org.minqing.log.LogSchema;
import org.minqing.log.StoredEvent;
import org.minqing.log.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(300)
class PolicyTest {
    private static final Duration CLAIM = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant SIMULATED = Instant.parse("2012-01-02T01:00:00Z");
    private static CommandServer server;

    private @Nullable PolicyProcessor one;
    private @Nullable PolicyProcessor other;

    /** A closed note is opened again, and then a command follows that nobody knows the subject of. */
    private static final class WhenNoteClosedThenReopen implements Policy<NoteEvent> {
        @Override
        public Class<NoteEvent> family() {
            return NoteEvent.class;
        }

        @Override
        public List<Following> when(NoteEvent event, Occasion occasion) {
            return event instanceof NoteClosed
                    ? List.of(
                            new Following("CloseNote", Map.of("noteId", new UUID(0, 1))),
                            new Following(
                                    "ReopenNote", Map.of("noteId", event.of().noteId())))
                    : List.of();
        }
    }

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        LogSchema.migrate(database.owner());
        LogSchema.openSimulated(database.owner(), SIMULATED);
        server = CommandServer.of(database, "--minqing.policies.on=false", "--minqing.policies.claim=400ms");
        told("RegisterDivision", "{\"code\": \"53\", \"name\": \"云南省\", \"occurredOn\": \"2011-01-01\"}");
        told("OpenNote", "{\"noteId\": \"" + new UUID(0, 7) + "\", \"villageCode\": \"53\"}");
        told("CloseNote", "{\"noteId\": \"" + new UUID(0, 7) + "\"}");
        LogSchema.endSimulation(database.owner());
        await().atMost(PATIENCE).until(() -> !server.log().clock().simulated());
        // the application's own processor, without policies, must not compete for the token
        server.bean(PolicyProcessor.class).stop();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @AfterEach
    void stop() {
        if (one != null) {
            one.stop();
        }
        if (other != null) {
            other.stop();
        }
    }

    private static void told(String command, String body) {
        desk().take(new CommandRequest(
                new Sender("teller", "teller", Set.of("office", "province"), "53", null, null),
                UUID.randomUUID(),
                command,
                StrictJson.object(body.getBytes(StandardCharsets.UTF_8)),
                null,
                CommandRequest.Trace.NONE,
                SIMULATED.plusSeconds(60)));
    }

    private static CommandDesk desk() {
        return server.bean(CommandDesk.class);
    }

    private static PolicyProcessor processor() {
        return processor(CLAIM);
    }

    private static PolicyProcessor processor(Duration claim) {
        var policies =
                new Policies(List.of(new WhenNoteClosedThenReopen()), desk(), server.log(), InMemoryReferences::new);
        JdbcClient jdbc = JdbcClient.create(server.database().command());
        PolicyProcessor made = new PolicyProcessor(policies, jdbc, server.bean(LogMessageSource.class), claim);
        made.start();
        return made;
    }

    private static UUID closed() {
        UUID note = server.post("OpenNote", "{\"villageCode\": \"53\"}")
                .requireStatus(201)
                .id();
        server.post("CloseNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        return note;
    }

    private static List<StoredEvent> story(UUID note) {
        return server.stream("Note-" + note);
    }

    private static void awaitReopened(UUID note) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story(note)).hasSize(3));
    }

    private static void answerFrom(long position) {
        JdbcClient.create(server.database().owner())
                .sql("update policy.checkpoint set position = ?")
                .param(position)
                .update();
    }

    @Test
    void answers_an_event_with_the_command_that_follows_and_passes_over_what_is_refused() {
        one = processor();
        UUID note = closed();
        awaitReopened(note);
        StoredEvent cause = story(note).get(1);
        StoredEvent answer = story(note).get(2);
        assertThat(answer.type()).isEqualTo("Note.NoteReopened");
        assertThat(answer.metadata())
                .containsEntry("client", "system")
                .containsEntry("actor", "system")
                .containsEntry("causationId", cause.eventId().toString())
                .containsEntry("correlationId", cause.metadata().get("correlationId"))
                .containsEntry(
                        "commandId",
                        Ids.policyCommand(cause.eventId(), "WhenNoteClosedThenReopen", 1)
                                .toString());
    }

    @Test
    void an_event_answered_again_after_a_restart_changes_nothing() {
        one = processor();
        UUID first = closed();
        awaitReopened(first);
        one.stop();
        answerFrom(0);
        one = processor();
        UUID second = closed();
        awaitReopened(second);
        assertThat(story(first)).hasSize(3);
    }

    @Test
    void where_it_stands_is_written_when_something_followed_or_it_stops_and_not_for_every_event() {
        JdbcClient owner = JdbcClient.create(server.database().owner());
        owner.sql("create table policy.written (position bigint)").update();
        owner.sql("grant insert on policy.written to minqing_command").update();
        owner.sql("create function policy.write_down() returns trigger language plpgsql as"
                        + " 'begin insert into policy.written values (new.position); return new; end'")
                .update();
        owner.sql("create trigger write_down after update of position on policy.checkpoint"
                        + " for each row execute function policy.write_down()")
                .update();
        try {
            one = processor(Duration.ofHours(1)); // so that it need not give a sign of itself
            for (int i = 0; i < 20; i++) {
                server.post("OpenNote", "{\"villageCode\": \"53\"}").requireStatus(201);
            }
            UUID note = closed();
            awaitReopened(note);
            long cause = story(note).get(1).position();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(written(owner)).hasSize(1));
            assertThat(written(owner)).allMatch(position -> position >= cause);
            long last = Long.parseLong(server.post("OpenNote", "{\"villageCode\": \"53\"}")
                    .json()
                    .get("position")
                    .toString());
            await().atMost(PATIENCE).until(() -> one.position() >= last);
            one.stop();
            assertThat(written(owner)).hasSize(2).endsWith(server.log().head());
        } finally {
            owner.sql("drop trigger write_down on policy.checkpoint").update();
            owner.sql("drop function policy.write_down()").update();
            owner.sql("drop table policy.written").update();
        }
    }

    private static List<Long> written(JdbcClient owner) {
        return owner.sql("select position from policy.written order by position")
                .query(Long.class)
                .list();
    }

    @Test
    void another_process_takes_over() {
        one = processor();
        UUID first = closed();
        awaitReopened(first);
        other = processor();
        one.stop();
        UUID second = closed();
        awaitReopened(second);
        assertThat(story(first)).hasSize(3);
    }

    @Test
    void what_was_told_on_a_simulated_clock_is_answered_by_nobody() {
        answerFrom(0);
        one = processor();
        UUID now = closed();
        awaitReopened(now);
        assertThat(story(new UUID(0, 7))).hasSize(2);
    }

    @Test
    void a_token_of_the_client_that_policies_send_as_is_refused() {
        assertThat(server.post(
                                "OpenNote",
                                "{\"villageCode\": \"53\"}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Authorization",
                                "Bearer " + server.identity().token("system", "53", "office"))
                        .status())
                .isEqualTo(403);
    }
}
