package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.note.Note;
import org.minqing.command.note.Note.ContinueNoteSeen;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Ids;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.note.NoteEvent.NoteContinued;
import org.minqing.events.note.NoteEvent.NoteOpened;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.StoredEvent;
import org.slf4j.LoggerFactory;

class SealingTest {
    private static final String CITIZEN_NUMBER = "11010519491231002X";

    private final CommandServer server = CommandServer.shared();
    private final SubjectKeys keys = server.bean(SubjectKeys.class);
    private final UUID key = UUID.randomUUID();

    @AfterEach
    void lookNoMore() {
        Note.onContinue = (command, situation) -> {};
    }

    @Test
    void a_text_is_sealed_under_the_aggregates_own_key() {
        UUID note = open("\"text\": \"他家三口人\"");
        Sealed text = Objects.requireNonNull(opened(note).text());
        assertThat(text.subject()).isEqualTo("note:" + note);
        assertThat(clear(text)).isEqualTo("他家三口人");
    }

    @Test
    void a_person_is_sealed_under_a_key_of_its_own_with_an_id_made_of_the_command() {
        UUID note = open("""
                "author": {"name": "示例甲", "citizenNumber": "%s", "sex": "1", "phone": "13800000000"},
                "readers": [{"name": "示例乙"}, {"personId": "%s", "name": "示例丙"}]""".formatted(CITIZEN_NUMBER, new UUID(7, 7)));
        Person author = Objects.requireNonNull(opened(note).author());
        assertThat(author.personId()).isEqualTo(Ids.made(CommandServer.OFFICE, key, "/author/name"));
        assertThat(author.name().subject()).isEqualTo("person:" + author.personId());
        assertThat(clear(author.name())).isEqualTo("示例甲");
        assertThat(clear(Objects.requireNonNull(author.citizenNumber()))).isEqualTo(CITIZEN_NUMBER);
        assertThat(author.sex()).isEqualTo("1");
        List<Person> readers = opened(note).readers();
        assertThat(readers.get(0).personId()).isNotEqualTo(author.personId());
        assertThat(readers.get(1).personId()).isEqualTo(new UUID(7, 7));
        assertThat(clear(readers.get(1).name())).isEqualTo("示例丙");
        assertThat(keys.findExactly("citizen-number", CITIZEN_NUMBER)).contains("person:" + author.personId());
    }

    @Test
    void no_clear_text_comes_to_the_aggregate_the_log_an_answer_or_a_log_line() {
        String secret = "绝密家事" + UUID.randomUUID();
        UUID note = open("\"text\": \"起头\"");
        AtomicReference<ContinueNoteSeen> seen = new AtomicReference<>();
        Note.onContinue = (command, situation) -> seen.set(command);
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        Reply accepted;
        Reply refused;
        try {
            accepted = continued(note, secret, 1).requireStatus(201);
            Note.onContinue = (command, situation) -> {
                throw new IllegalStateException(command.toString());
            };
            refused = continued(note, secret, 1).requireStatus(500);
        } finally {
            root.detachAppender(logged);
        }
        assertThat(Objects.requireNonNull(seen.get()).shown())
                .contains("Sealed[note:" + note + "]")
                .doesNotContain(secret);
        assertThat(accepted.body() + refused.body()).doesNotContain(secret);
        assertThat(logged.list)
                .isNotEmpty()
                .noneMatch(line -> line.getFormattedMessage().contains(secret))
                .noneMatch(line ->
                        ThrowableProxyUtil.asString(line.getThrowableProxy()).contains(secret));
        StoredEvent event = server.stream("Note-" + note).getLast();
        assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8)).doesNotContain(secret);
        assertThat(new String(event.metadataBytes(), StandardCharsets.UTF_8)).doesNotContain(secret);
        assertThat(clear(((NoteContinued) event.payload()).text())).isEqualTo(secret);
        for (String body : List.of(
                "{\"noteId\": \"" + note + "\", \"lines\": 0, \"text\": \"" + secret + "\"}",
                "{\"noteId\": \"" + note + "\", \"lines\": \"" + secret + "\"}",
                "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"" + secret + "\\u0000\"}",
                "{\"noteId\": \"" + note + "\", \"text\": \"" + secret + "}")) {
            Reply reply = server.post("ContinueNote", body);
            assertThat(reply.status()).isBetween(400, 422);
            assertThat(reply.body()).doesNotContain(secret);
        }
    }

    @Test
    void nothing_is_sealed_under_an_erased_key() {
        UUID note = open("\"text\": \"起头\"");
        Sealed text = Objects.requireNonNull(opened(note).text());
        keys.erase(Set.of("note:" + note));
        assertThat(continued(note, "再写", 1).requireStatus(409).code()).isEqualTo("subject-erased");
        assertThat(keys.find(Set.of(text.subject())).open(form(text))).isEmpty();
        assertThat(server.stream("Note-" + note)).hasSize(1);
    }

    @Test
    void a_command_that_is_refused_for_a_field_makes_no_key() {
        String note = UUID.randomUUID().toString();
        server.post("OpenNote", """
                        {"noteId": "%s", "villageCode": "530328202207", "text": "起头", "weight": -1}""".formatted(note)).requireStatus(422);
        assertThat(keys.find(Set.of("note:" + note)).has("note:" + note)).isFalse();
    }

    private Reply continued(UUID note, String text, int lines) {
        return server.post(
                "ContinueNote", "{\"noteId\": \"" + note + "\", \"lines\": " + lines + ", \"text\": \"" + text + "\"}");
    }

    private UUID open(String fields) {
        return server.post(
                        "OpenNote",
                        "{\"villageCode\": \"530328202207\", " + fields + "}",
                        "Idempotency-Key",
                        key.toString())
                .requireStatus(201)
                .id();
    }

    private NoteOpened opened(UUID note) {
        return (NoteOpened) server.stream("Note-" + note).getFirst().payload();
    }

    private String clear(Sealed sealed) {
        return keys.find(Set.of(sealed.subject())).open(form(sealed)).orElseThrow();
    }

    private static SealedText form(Sealed sealed) {
        return new SealedText(sealed.v(), sealed.subject(), sealed.alg(), sealed.iv(), sealed.ct());
    }
}
