package org.minqing.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.Contents;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.query.QueryServer;
import org.minqing.query.QueryServer.Answer;
import org.minqing.query.platform.ReadSide;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Attachments as they are asked for: masked, in clear with a purpose, gone. */
class AttachmentContentTest {
    private static final AtomicInteger COUNT = new AtomicInteger(10);
    private static final String CLEAR = "%PDF-1.4 示例甲";
    private static final String DAY = "2012-03-05";

    private final QueryServer server = QueryServer.shared();
    private final Contents contents = new Contents(server.database.command());
    private final String county = "5308" + COUNT.incrementAndGet();
    private final String village = county + "202207";
    private final UUID attachment = id("attachment in " + county);
    private final UUID household = id("household in " + county);

    @BeforeEach
    void divisions() {
        for (String each : List.of(county, village)) {
            server.on(
                    DAY,
                    "Division-" + each,
                    new DivisionRegistered(new Place(each), null, each, "示例", LocalDate.of(2011, 1, 1)));
        }
    }

    private AttachmentStored stored(@Nullable AttachedTo subject, String sealedUnder) {
        byte[] sealed =
                server.keys().ensure(List.of(sealedUnder)).seal(sealedUnder, CLEAR.getBytes(StandardCharsets.UTF_8));
        AttachmentStored event = event(
                attachment, village, subject, sealedUnder, sealed.length, contents.keep(attachment, sealed), server);
        server.on(DAY, "Attachment-" + attachment, event);
        return event;
    }

    private static AttachmentStored event(
            UUID id,
            String village,
            @Nullable AttachedTo subject,
            String under,
            int bytes,
            String sha256,
            @Nullable QueryServer sealing) {
        return new AttachmentStored(
                new Placement(id, null, null, village),
                subject,
                under,
                "application/pdf",
                bytes,
                sha256,
                sealing == null ? null : sealing.seal(under, "示例甲.pdf"),
                LocalDate.parse(DAY));
    }

    private AttachmentStored own() {
        return stored(null, "attachment:" + attachment);
    }

    private static AttachmentErased erased(AttachmentStored of) {
        return new AttachmentErased(of.of(), of.subject(), "误传", LocalDate.parse("2012-03-06"));
    }

    private Answer content(String token, String... parameters) {
        return server.ask(token, "/v1/attachments/" + attachment + "/content", parameters);
    }

    private Answer revealed(String token) {
        return content(token, "Minqing-Reveal", "identity");
    }

    private int readings() {
        return JdbcClient.create(server.context.getBean(DataSource.class))
                .sql("select count(*) from reading.reading where subject_type = 'Attachment' and subject_id = ?")
                .param(attachment.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_large_one_is_given_out_whole_though_it_is_read_in_pieces() throws Exception {
        String under = "attachment:" + attachment;
        byte[] clear = new byte[(3 << 20) + 7];
        new Random(1).nextBytes(clear);
        byte[] sealed = server.keys().ensure(List.of(under)).seal(under, clear);
        server.on(
                DAY,
                "Attachment-" + attachment,
                event(attachment, village, null, under, sealed.length, contents.keep(attachment, sealed), server));
        HttpResponse<byte[]> given = server.send(
                HttpRequest.newBuilder(server.uri("/v1/attachments/" + attachment + "/content?after=" + server.head()))
                        .header("Minqing-Reveal", "identity")
                        .header("Authorization", "Bearer " + QueryServer.office(county))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo(clear);
        assertThat(given.headers().firstValueAsLong("Content-Length")).hasValue(clear.length);
        assertThat(given.headers().firstValue("RateLimit-Policy").orElseThrow()).startsWith("\"downloads");
    }

    @Test
    void it_is_shown_with_its_name_masked_and_listed() {
        own();
        Answer one = server.ask(QueryServer.office(county), "/v1/attachments/" + attachment);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(one.json().path("status").asString()).isEqualTo("STORED");
        assertThat(one.body()).doesNotContain("示例甲");
        JsonNode items =
                server.ask(QueryServer.office(county), "/v1/attachments").json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("id").asString()).isEqualTo(attachment.toString());
        assertThat(server.ask(QueryServer.office(county), "/v1/attachments/" + attachment + "/timeline")
                        .body())
                .contains("Attachment stored: application/pdf");
    }

    @Test
    void the_content_is_given_for_a_purpose_once_the_reading_is_logged() {
        own();
        Answer answer = revealed(QueryServer.office(county));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CLEAR);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + attachment + "\"");
        assertThat(readings()).isEqualTo(1);
    }

    @Test
    void without_a_purpose_there_is_no_content() {
        own();
        Answer answer = content(QueryServer.office(county));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("no-purpose");
        assertThat(readings()).isZero();
    }

    @Test
    void nobody_sees_what_lies_out_of_scope_or_is_not_theirs() {
        stored(new AttachedTo("Household", household), "household:" + household);
        assertThat(revealed(QueryServer.office("530399")).status()).isEqualTo(403);
        for (String role : List.of("inspector", "province", "cadre")) {
            Answer answer = revealed(QueryServer.token(
                    role, county, Map.of("cadre_id", id("strange").toString())));
            assertThat(answer.status()).as(role).isEqualTo(403);
        }
        assertThat(revealed(QueryServer.token("village-secretary", village, Map.of()))
                        .status())
                .isEqualTo(200);
        assertThat(readings()).isEqualTo(1);
        assertThat(server.ask(
                                QueryServer.office(county),
                                "/v1/attachments/" + id("none") + "/content",
                                "Minqing-Reveal",
                                "identity")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_was_erased_is_gone() {
        AttachmentStored event = own();
        server.on("2012-03-06", "Attachment-" + attachment, erased(event));
        server.keys().erase(List.of(event.sealedUnder()));
        contents.drop(attachment);
        Answer answer = revealed(QueryServer.office(county));
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().path("code").asString()).isEqualTo("content-gone");
        assertThat(server.ask(QueryServer.office(county), "/v1/attachments/" + attachment)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ERASED");
    }

    @Test
    void what_the_log_calls_erased_is_gone_before_its_bytes_are() {
        server.on("2012-03-06", "Attachment-" + attachment, erased(own()));
        assertThat(revealed(QueryServer.office(county)).status()).isEqualTo(410);
        assertThat(content(QueryServer.office(county), "Minqing-Reveal", "identity", "asOf", DAY)
                        .status())
                .isEqualTo(410);
    }

    @Test
    void it_goes_with_the_subject_it_is_sealed_under() {
        stored(new AttachedTo("Household", household), "household:" + household);
        assertThat(revealed(QueryServer.office(county)).status()).isEqualTo(200);
        server.keys().erase(List.of("household:" + household));
        assertThat(revealed(QueryServer.office(county)).status()).isEqualTo(410);
    }

    @Test
    void what_was_changed_in_the_table_is_not_given() {
        own();
        JdbcClient owner = JdbcClient.create(server.database.owner());
        owner.sql("alter table attachment.content disable trigger never_another")
                .update();
        owner.sql(
                        "update attachment.content set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) where id = ?")
                .param(attachment)
                .update();
        owner.sql("alter table attachment.content enable always trigger never_another")
                .update();
        Answer answer = revealed(QueryServer.office(county));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("code").asString()).isEqualTo("content-damaged");
    }

    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        try (ReadSide side = ReadSide.of(new AttachmentView()).tailing()) {
            AttachmentStored event =
                    event(attachment, village, null, "attachment:" + attachment, 40, "00".repeat(32), null);
            side.append("Attachment-" + attachment, event);
            side.append("Attachment-" + attachment, erased(event));
            side.settled();
            assertThat(side.rebuild().run(2).same()).isTrue();
            assertThat(side.rebuild().run(1).same()).isTrue();
        }
    }
}
