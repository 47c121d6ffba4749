package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.command.attachment.Files.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.command.platform.refusal.Refusal;

class OfficeFileTest {
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>(Map.of(
            "[Content_Types].xml",
            bytes(
                    "<Types><Default Extension='xml' ContentType='application/xml'/>"
                            + "<Override PartName='/xl/printer1' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings'/></Types>"),
            "word/document.xml",
            bytes("<w:document xmlns:w='w'><w:t>字</w:t></w:document>")));

    private byte[] file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private void refused(String code) {
        assertThatThrownBy(() -> Kind.of(file()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void the_place_goes_out_of_its_pictures_whatever_they_are_called_unless_it_is_to_stay() throws IOException {
        parts.put("word/media/image1.dat", Files.jpegWithPlace());
        parts.put("word/media/image2.png", Files.pngWithPlace());
        parts.put("docProps/thumbnail.jpeg", Files.jpegWithPlace());
        byte[] file = file();
        assertThat(Kind.of(file)).isEqualTo(Kind.DOCX);
        Map<String, byte[]> kept = parts(Kind.DOCX.cleaned(file, false));
        assertThat(kept.keySet()).containsExactlyElementsOf(parts.keySet());
        assertThat(kept.values()).noneMatch(part -> Files.holds(part, Files.PLACE));
        assertThat(kept.get("word/media/image2.png")).isEqualTo(Files.picture("png"));
        assertThat(kept.get("word/document.xml")).isEqualTo(parts.get("word/document.xml"));
        assertThat(parts(Kind.DOCX.cleaned(file, true))).containsAllEntriesOf(parts);
    }

    static Stream<Arguments> acting() {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        return Stream.of(
                Arguments.of("word/media/image1.png", ole, "attachment-holds-object"),
                Arguments.of("word/other.xml", Files.zip("a"), "attachment-holds-object"),
                Arguments.of("x", bytes("MZ program"), "attachment-holds-object"),
                Arguments.of("x.bin", bytes("%PDF-1.4"), "attachment-holds-object"),
                Arguments.of("word/media/a.tif", new byte[] {'I', 'I', 42, 0, 1}, "attachment-holds-picture"),
                Arguments.of("word/media/a.webp", bytes("RIFF....WEBP"), "attachment-holds-picture"),
                Arguments.of("word/x.bin", new byte[] {1, 2, 3}, "attachment-holds-other"),
                Arguments.of(
                        "word/a.xml", bytes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "attachment-holds-script"),
                Arguments.of("word/a.svg", bytes("<svg><script>1</script></svg>"), "attachment-holds-script"),
                Arguments.of("word/a.svg", bytes("<svg onload='go()'/>"), "attachment-holds-script"),
                Arguments.of("word/a.xml", bytes("<a href='JavaScript:go()'/>"), "attachment-holds-script"),
                Arguments.of("word/h.xml", bytes("<w xmlns:o='o'><o:OLEObject/></w>"), "attachment-holds-object"),
                Arguments.of("word/h.xml", bytes("<w xmlns:w='o'><w:altChunk/></w>"), "attachment-holds-object"),
                Arguments.of("xl/l.xml", bytes("<externalLink><ddeLink/></externalLink>"), "attachment-holds-object"),
                Arguments.of(
                        "word/f.xml",
                        bytes(
                                "<w:p xmlns:w='w'><w:instrText>D</w:instrText><w:instrText>DEAUTO cmd</w:instrText></w:p>"),
                        "attachment-holds-link"),
                Arguments.of(
                        "word/f.xml",
                        bytes("<w:fldSimple xmlns:w='w' w:instr=' includepicture \"http://a\" '/>"),
                        "attachment-holds-link"),
                Arguments.of(RELATIONS, relation("attachedTemplate", "a.dotm", "External"), "attachment-holds-link"),
                Arguments.of(
                        RELATIONS, relation("image", "https://a.example/b.png", "External"), "attachment-holds-link"),
                Arguments.of(RELATIONS, relation("hyperlink", "file://host/a", "External"), "attachment-holds-link"),
                Arguments.of(RELATIONS, relation("hyperlink", "\\\\host\\a", "External"), "attachment-holds-link"),
                Arguments.of(
                        RELATIONS,
                        new String(relation("attachedTemplate", "http://a/b.dotm", "External"), StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.UTF_16),
                        "attachment-holds-link"),
                Arguments.of(RELATIONS, relation("package", "e.xlsx", "Internal"), "attachment-holds-object"),
                Arguments.of(RELATIONS, relation("aFChunk", "e.html", "Internal"), "attachment-holds-object"),
                Arguments.of(RELATIONS, relation("vbaProject", "e", "Internal"), "attachment-holds-script"),
                Arguments.of("broken.xml", bytes("<a><b></a>"), "attachment-broken"));
    }

    private static byte[] relation(String type, String target, String mode) {
        return bytes("<Relationships><Relationship Id='r' Type='" + OFFICE + type + "' Target='" + target
                + "' TargetMode='" + mode + "'/></Relationships>");
    }

    @ParameterizedTest
    @MethodSource("acting")
    void nothing_that_acts_or_comes_from_elsewhere_is_taken(String name, byte[] part, String code) {
        parts.put(name, part);
        refused(code);
    }

    @Test
    void macros_are_told_by_their_content_type_whatever_the_part_is_called() {
        parts.put(
                "[Content_Types].xml",
                bytes(
                        "<Types><Override PartName='/word/a.xml' ContentType='application/vnd.ms-office.vbaProject'/></Types>"));
        refused("attachment-kind-not-taken");
    }

    static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of(RELATIONS, relation("hyperlink", "https://a.example/b", "External")),
                Arguments.of(RELATIONS, relation("hyperlink", "mailto:a@b.example", "External")),
                Arguments.of(RELATIONS, relation("hyperlink", "other.docx", "External")),
                Arguments.of(RELATIONS, relation("image", "media/image1.png", "Internal")),
                Arguments.of(
                        "word/f.xml",
                        bytes("<w:p xmlns:w='w'><w:instrText> HYPERLINK \"https://a\" PAGE </w:instrText></w:p>")),
                Arguments.of("word/utf16.xml", "<a>字</a>".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("xl/printer1", new byte[] {1, 2, 3}),
                Arguments.of("empty", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void what_only_shows_is_kept(String name, byte[] part) throws IOException {
        parts.put(name, part);
        byte[] file = file();
        assertThat(Kind.of(file)).isEqualTo(Kind.DOCX);
        assertThat(parts(Kind.DOCX.cleaned(file, false))).containsAllEntriesOf(parts);
    }

    @Test
    void a_part_that_stands_in_the_directory_alone_is_not_kept() throws IOException {
        byte[] hidden = bytes("<hidden/>");
        byte[] file = file();
        byte[] joined = Files.joined(hidden, file);
        assertThatThrownBy(() -> Kind.of(joined)).isInstanceOf(Refusal.class);
        assertThat(parts(Kind.DOCX.cleaned(file, false))).hasSize(2);
    }
}
