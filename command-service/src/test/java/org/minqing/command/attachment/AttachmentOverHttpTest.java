package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.attachment.Contents;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Corrected;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;

/** Attachments as clients send them, on a real database. */
class AttachmentOverHttpTest {
    private final CommandServer server = CommandServer.shared();

    private AttachmentStored stored(Reply reply) {
        return (AttachmentStored)
                server.stream("Attachment-" + reply.id()).getFirst().payload();
    }

    private byte[] sealed(AttachmentStored event) {
        return server.tables()
                .sql("select sealed from attachment.content where id = ? and sha256 = ?")
                .params(event.of().attachmentId(), HexFormat.of().parseHex(event.sha256()))
                .query(byte[].class)
                .single();
    }

    private byte[] clear(Reply reply) {
        AttachmentStored event = stored(reply);
        return server.keys()
                .find(List.of(event.sealedUnder()))
                .open(event.sealedUnder(), sealed(event))
                .orElseThrow();
    }

    private long rows() {
        return server.tables()
                .sql("select count(*) from attachment.content")
                .query(Long.class)
                .single();
    }

    private long keyRows() {
        return server.tables()
                .sql("select count(*) from keys.subject_key")
                .query(Long.class)
                .single();
    }

    static Stream<Arguments> each_kind_is_told_by_its_content_and_taken() {
        return Stream.of(
                Arguments.of("application/pdf", Files.pdf("示例")),
                Arguments.of("image/jpeg", Files.picture("jpg")),
                Arguments.of("image/png", Files.picture("png")),
                Arguments.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Files.docx()),
                Arguments.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Files.xlsx()));
    }

    @ParameterizedTest
    @MethodSource
    void each_kind_is_told_by_its_content_and_taken(String mediaType, byte[] file) {
        Reply reply = server.upload("", file, "Content-Type", "application/octet-stream")
                .requireStatus(201);
        assertThat(reply.header("Location").orElseThrow()).endsWith("/v1/attachments/" + reply.id());
        assertThat(stored(reply).mediaType()).isEqualTo(mediaType);
        assertThat(stored(reply).sealedUnder()).isEqualTo("attachment:" + reply.id());
        assertThat(stored(reply).of().divisionId()).isEqualTo("53");
        assertThat(Contents.intact(sealed(stored(reply)), stored(reply).sha256()))
                .isTrue();
        assertThat(stored(reply).bytes()).isEqualTo(sealed(stored(reply)).length);
        assertThat(clear(reply)).isEqualTo(Kind.of(file).cleaned(file, false));
    }

    @Test
    void a_day_has_a_bound_for_each_program_and_what_was_refused_does_not_count() {
        Quota two = new Quota(server.bean(DataSource.class), 2, 1);
        Sender sender = new Sender("quota-" + UUID.randomUUID(), "same", Set.of(), "53", null, null);
        LocalDate today = LocalDate.of(2012, 4, 16);
        two.take(sender, today, 1000);
        assertThatThrownBy(() -> two.take(sender, today, 1 << 20))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("attachment-quota"));
        assertThatThrownBy(() -> two.take(sender, today, (1 << 20) + 1)).isInstanceOf(Refusal.class);
        two.take(sender, today, 1000);
        assertThatThrownBy(() -> two.take(sender, today, 1)).isInstanceOf(Refusal.class);
        two.giveBack(sender, today, 1000);
        two.take(sender, today, 1);
        two.take(sender, today.plusDays(1), 1 << 20);
        two.take(new Sender("another-" + UUID.randomUUID(), "same", Set.of(), "53", null, null), today, 1);
    }

    @Test
    void what_is_stored_counts_and_what_is_repeated_or_refused_does_not() {
        UUID key = UUID.randomUUID();
        long before = used();
        server.upload("", Files.pdf("x"), "Idempotency-Key", key.toString()).requireStatus(201);
        server.upload("", Files.pdf("x"), "Idempotency-Key", key.toString()).requireStatus(201);
        server.upload("?subjectType=Household&subjectId=" + UUID.randomUUID(), Files.pdf("x"))
                .requireStatus(404);
        server.upload("", Files.bytes("no paper")).requireStatus(415);
        assertThat(used()).isEqualTo(before + 1);
    }

    private long used() {
        return server.tables()
                .sql("select coalesce(sum(files), 0) from attachment.usage where client like ?")
                .param(CommandServer.OFFICE + "%")
                .query(Long.class)
                .single();
    }

    static Stream<byte[]> other_kinds_are_refused() {
        return Stream.of(
                Files.bytes("just a text"),
                Files.zip("a.txt"),
                Files.zip("[Content_Types].xml", "ppt/presentation.xml"),
                Files.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                Files.picture("gif"));
    }

    @ParameterizedTest
    @MethodSource
    void other_kinds_are_refused(byte[] file) {
        Reply reply = server.upload("", file, "Content-Type", "application/pdf").requireStatus(415);
        assertThat(reply.code()).isEqualTo("attachment-kind-not-taken");
        assertThat(reply.body()).doesNotContain("attachment-kind-not-taken.title");
    }

    static Stream<byte[]> broken_files_are_refused() {
        return Stream.of(Files.pdf("x"), Files.picture("jpg"), Files.picture("png"), Files.docx(), Files.xlsx())
                .map(whole -> Arrays.copyOf(whole, whole.length * 2 / 3));
    }

    @ParameterizedTest
    @MethodSource
    void broken_files_are_refused(byte[] file) {
        long before = rows();
        assertThat(server.upload("", file).requireStatus(422).code()).isEqualTo("attachment-broken");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void twenty_mebibytes_are_taken_and_one_byte_more_is_not() {
        byte[] most = Files.joined(
                Files.bytes("%PDF-1.4\n"), new byte[(20 << 20) - 9 - 18], Files.bytes("startxref\n0\n%%EOF\n"));
        assertThat(most).hasSize(20 << 20);
        server.upload("", most).requireStatus(201);
        byte[] more = Files.joined(most, new byte[1]);
        assertThat(server.upload("", more).requireStatus(413).code()).isEqualTo("attachment-too-large");
        byte[] form = Files.form("frame", "a.pdf", more);
        assertThat(server.upload("", form, "Content-Type", "multipart/form-data; boundary=frame")
                        .requireStatus(413)
                        .code())
                .isEqualTo("attachment-too-large");
    }

    @Test
    void the_same_key_gives_the_same_answer_and_keeps_nothing_more() {
        String key = UUID.randomUUID().toString();
        byte[] file = Files.pdf("one");
        Reply first = server.upload("", file, "Idempotency-Key", key).requireStatus(201);
        long before = rows();
        Reply again = server.upload("", file, "Idempotency-Key", key).requireStatus(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(rows()).isEqualTo(before);
        Reply other =
                server.upload("", Files.pdf("two"), "Idempotency-Key", key).requireStatus(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(server.upload("?name=other.pdf", file, "Idempotency-Key", key)
                        .requireStatus(422)
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(rows()).isEqualTo(before);
        assertThat(server.upload("", file, "Idempotency-Key", "none").status()).isEqualTo(400);
    }

    @Test
    void the_place_goes_out_of_a_jpeg_and_the_picture_stays() throws IOException {
        byte[] sent = Files.jpegWithPlace();
        assertThat(Files.holds(sent, Files.PLACE)).isTrue();
        byte[] kept = clear(server.upload("", sent).requireStatus(201));
        assertThat(Files.holds(kept, Files.PLACE)).isFalse();
        assertThat(Orientation.alone(kept, kept.length < 60 ? 0 : at(kept, "Exif"), 32))
                .isNotNull();
        assertSamePicture(kept, sent);
    }

    private static int at(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void the_place_goes_out_of_a_png_and_the_picture_stays() throws IOException {
        byte[] sent = Files.pngWithPlace();
        byte[] kept = clear(server.upload("", sent).requireStatus(201));
        assertThat(Files.holds(kept, Files.PLACE)).isFalse();
        assertThat(kept).isEqualTo(Files.picture("png"));
        assertSamePicture(kept, sent);
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        var a = ImageIO.read(new ByteArrayInputStream(one));
        var b = ImageIO.read(new ByteArrayInputStream(other));
        assertThat(a.getRGB(0, 0, 32, 24, null, 0, 32)).isEqualTo(b.getRGB(0, 0, 32, 24, null, 0, 32));
    }

    @Test
    void the_place_stays_where_it_is_wanted() {
        for (byte[] sent : List.of(Files.jpegWithPlace(), Files.pngWithPlace())) {
            assertThat(clear(server.upload("?keepLocation=true", sent).requireStatus(201)))
                    .isEqualTo(sent);
        }
    }

    @Test
    void nothing_stands_in_clear_in_the_table_or_the_log() {
        byte[] file = Files.pdf("示例甲的身份证");
        Reply reply = server.upload(
                        "",
                        Files.form("frame", "shili-jia.pdf", file),
                        "Content-Type",
                        "multipart/form-data; boundary=frame")
                .requireStatus(201);
        assertThat(clear(reply)).isEqualTo(file);
        assertThat(stored(reply).name()).isNotNull();
        assertThat(Files.holds(sealed(stored(reply)), "示例甲")).isFalse();
        assertThat(Files.holds(sealed(stored(reply)), "%PDF")).isFalse();
        assertThat(server.stream("Attachment-" + reply.id()))
                .singleElement()
                .satisfies(event -> assertThat(new String(event.payloadBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("shili")
                        .doesNotContain(HexFormat.of().formatHex(sha256(file))));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_erased_attachment_loses_content_and_key() {
        Reply reply = server.upload("?name=a.pdf", Files.pdf("gone")).requireStatus(201);
        AttachmentStored event = stored(reply);
        String erase = "{\"attachmentId\": \"" + reply.id() + "\", \"reason\": \"误传\"}";
        server.post("EraseAttachment", erase).requireStatus(201);
        assertThat(server.stream("Attachment-" + reply.id()).getLast().payload())
                .isInstanceOfSatisfying(
                        AttachmentErased.class, e -> assertThat(e.reason()).isEqualTo("误传"));
        assertThat(server.tables()
                        .sql("select count(*) from attachment.content where id = ?")
                        .param(reply.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(server.keys().find(List.of(event.sealedUnder())).has(event.sealedUnder()))
                .isFalse();
        server.post("EraseAttachment", erase).requireStatus(200);
        server.post(
                        "EraseAttachment",
                        erase.replace(reply.id().toString(), UUID.randomUUID().toString()))
                .requireStatus(404);
    }

    @Test
    void what_was_stored_stays_until_it_is_erased_and_an_erasure_is_final() {
        Reply reply = server.upload("?name=a.pdf", Files.pdf("here")).requireStatus(201);
        UUID storedId = server.stream("Attachment-" + reply.id()).getFirst().eventId();
        requireStanding("Void", "{\"eventId\": \"%s\", \"reason\": \"误传\"}", storedId, "attachment-stays");
        requireStanding(
                "Void", "{\"eventId\": \"%s\", \"following\": true, \"reason\": \"误传\"}", storedId, "attachment-stays");
        requireStanding(
                "Correct",
                "{\"eventId\": \"%s\", \"changes\": {\"bytes\": 1}, \"reason\": \"误传\"}",
                storedId,
                "attachment-stays");
        server.post("EraseAttachment", "{\"attachmentId\": \"" + reply.id() + "\", \"reason\": \"误传\"}")
                .requireStatus(201);
        UUID erasedId = server.stream("Attachment-" + reply.id()).getLast().eventId();
        // what would be said about it has no key any more
        requireStanding("Void", "{\"eventId\": \"%s\", \"reason\": \"误传\"}", erasedId, "subject-erased");
        requireStanding(
                "Correct",
                "{\"eventId\": \"%s\", \"changes\": {\"reason\": \"过期\"}, \"reason\": \"误传\"}",
                erasedId,
                "subject-erased");
        assertThat(server.stream("Attachment-" + reply.id())).hasSize(2);
        server.get("/v1/commands/Correct/Attachment.AttachmentStored").requireProblem(404, "unknown-event-type");
    }

    private void requireStanding(String command, String body, UUID eventId, String code) {
        Reply refused = server.post(command, body.formatted(eventId)).requireStatus(409);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.body()).doesNotContain(code + ".title");
    }

    @Test
    void an_erased_subject_takes_no_more() {
        UUID office =
                server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        UUID cadre = server.post("RegisterCadre", """
                        {"name": "示例干部", "sex": "1", "rankCode": "132", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(office))
                .requireStatus(201)
                .id();
        server.keys().erase(List.of("person:" + cadre));
        assertThat(server.upload("?subjectType=Cadre&subjectId=" + cadre, Files.pdf("x"))
                        .requireStatus(409)
                        .code())
                .isEqualTo("subject-erased");
    }

    @Test
    void a_stored_file_lies_where_that_is_said_to_lie_which_it_is_attached_to() {
        UUID household = server.post("RegisterHousehold", """
                        {"villageCode": "530328202207", "group": 7, "householdNo": "%s", "head": {"name": "李四"},
                         "occurredOn": "2011-01-01"}""".formatted(
                                UUID.randomUUID().toString().substring(0, 20)))
                .requireStatus(201)
                .id();
        UUID kept = server.upload("?subjectType=Household&subjectId=" + household, Files.pdf("kept"))
                .requireStatus(201)
                .id();
        server.post("Correct", """
                        {"eventId": "%s", "changes": {"villageCode": "530328202208"}, "reason": "误录"}""".formatted(
                        server.stream("Household-" + household).getFirst().eventId()))
                .requireStatus(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(server.stream("Attachment-" + kept)).hasSize(2));
        assertThat(((Corrected<?>) server.stream("Attachment-" + kept).getLast().payload())
                        .after()
                        .division())
                .isEqualTo("530328202208");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Household", "Dispute", "Cadre", "Document", "Activity", "Project", "Fund"})
    void what_belongs_to_nobody_known_is_refused_before_a_key_is_made(String type) {
        long keys = keyRows();
        long before = rows();
        assertThat(server.upload("?subjectType=" + type + "&subjectId=" + UUID.randomUUID(), Files.pdf("x"))
                        .requireStatus(404)
                        .code())
                .isEqualTo(type.toLowerCase(Locale.ROOT) + "-not-found");
        assertThat(keyRows()).isEqualTo(keys);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoever_sends_commands_may_attach_and_the_office_alone_erases() {
        for (String role : List.of("village-secretary", "province", "inspector", "office")) {
            Reply reply = server.upload(
                            "", Files.pdf("by"), "Authorization", server.bearer("test", CommandServer.VILLAGE, role))
                    .requireStatus(201);
            assertThat(stored(reply).of().divisionId()).isEqualTo(CommandServer.VILLAGE);
            if (!role.equals("office")) {
                server.post(
                                "EraseAttachment",
                                "{\"attachmentId\": \"" + reply.id() + "\", \"reason\": \"误传\"}",
                                "Authorization",
                                server.bearer("test", CommandServer.VILLAGE, role),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .requireStatus(403);
            }
        }
        server.upload("", Files.pdf("by"), "Authorization", server.bearer("test", "53", "administrator"))
                .requireStatus(403);
    }

    @Test
    void what_belongs_elsewhere_is_out_of_scope() {
        UUID office =
                server.post("RegisterOrganisation", """
                        {"name": "示例单位", "kind": "OFFICE", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
        UUID programme = server.post("LaunchProgramme", """
                        {"name": "四群教育", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(office))
                .requireStatus(201)
                .id();
        UUID document = server.post("RequireDocument", """
                        {"kind": "RECTIFICATION_TEAM", "organisationId": "%s", "programmeId": "%s", "dueOn": "2012-11-30",
                         "period": {"name": "2012", "from": "2011-12-26", "to": "2012-12-31"},
                         "occurredOn": "2012-01-10"}""".formatted(office, programme))
                .requireStatus(201)
                .id();
        String query = "?subjectType=Document&subjectId=" + document;
        long before = rows();
        long keys = keyRows();
        server.upload(query, Files.pdf("x"), "Authorization", server.bearer("test", CommandServer.VILLAGE, "office"))
                .requireStatus(403);
        assertThat(keyRows()).isEqualTo(keys);
        assertThat(rows()).isEqualTo(before);
        AttachmentStored event = stored(server.upload(query, Files.pdf("x")).requireStatus(201));
        assertThat(event.of().divisionId()).isEqualTo("5303");
        assertThat(event.of().programmeId()).isEqualTo(programme);
        assertThat(event.of().organisationId()).isEqualTo(office);
        assertThat(event.sealedUnder()).isEqualTo("attachment:" + event.of().attachmentId());
    }

    @ParameterizedTest
    @CsvSource({
        "?subjectType=Cadre,                                          422, attachment-half-a-subject",
        "?subjectId=00000000-0000-4000-8000-000000000001,             422, attachment-half-a-subject",
        "?subjectType=Cadre&subjectId=1,                              422, attachment-subject-malformed",
        "?subjectType=Moon&subjectId=00000000-0000-4000-8000-000000000001, 422, attachment-subject-unknown",
        "?keepLocation=1,                                             422, attachment-keep-location",
        "?name=a%0Ab.pdf,                                             422, attachment-name",
        "?name=a%E2%80%8Bb.pdf,                                       422, attachment-name",
        "?place=here,                                                 400, unknown-parameter",
        "?name=a.pdf&name=b.pdf,                                      400, malformed-parameter",
    })
    void what_is_said_beside_the_file_must_make_sense(String query, int status, String code) {
        assertThat(server.upload(query, Files.pdf("x")).requireStatus(status).code())
                .isEqualTo(code);
    }

    @Test
    void a_name_that_is_refused_is_told_every_rule_it_may_have_broken() {
        String told = server.upload("?name=a%E2%80%8Bb.pdf", Files.pdf("x"), "Accept-Language", "zh")
                .requireStatus(422)
                .json()
                .path("detail")
                .asString();
        assertThat(told).contains("最多 200 个字符").contains("控制字符").contains("看不见").contains("改名");
    }

    @Test
    void refuses_a_name_longer_than_a_name() {
        assertThat(server.upload("?name=" + "a".repeat(201), Files.pdf("x"))
                        .requireStatus(422)
                        .code())
                .isEqualTo("attachment-name");
        server.upload("?name=" + "a".repeat(200), Files.pdf("x")).requireStatus(201);
    }

    @Test
    void refuses_a_body_without_a_file_and_a_form_without_a_frame() {
        assertThat(server.upload("", new byte[0]).requireStatus(422).code()).isEqualTo("attachment-missing");
        byte[] noFile =
                Files.bytes("--frame\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--frame--\r\n");
        assertThat(server.upload("", noFile, "Content-Type", "multipart/form-data; boundary=frame")
                        .requireStatus(422)
                        .code())
                .isEqualTo("attachment-missing");
        assertThat(server.upload("", noFile, "Content-Type", "multipart/form-data")
                        .requireStatus(400)
                        .code())
                .isEqualTo("attachment-form-malformed");
    }

    @Test
    void it_comes_in_by_its_own_door_alone() {
        assertThat(server.post("StoreAttachment", "{}").requireStatus(404).code())
                .isEqualTo("unknown-command");
        assertThat(server.get("/v1/commands").body())
                .contains("EraseAttachment")
                .doesNotContain("StoreAttachment");
    }
}
