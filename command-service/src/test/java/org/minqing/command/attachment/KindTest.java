package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.command.attachment.Files.bytes;
import static org.minqing.command.attachment.Files.joined;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.command.platform.refusal.Refusal;

/** Which files are taken, and whether they came whole. */
class KindTest {
    private static void assertRefused(int status, String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.status()).isEqualTo(status);
            assertThat(r.code()).isEqualTo(code);
        });
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("application/pdf", Files.pdf("x")),
                Arguments.of("image/jpeg", Files.picture("jpg")),
                Arguments.of("image/png", Files.picture("png")),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        packed(Files.docx())),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed(Files.xlsx())));
    }

    /** As it is packed here: sent again it is the same. */
    private static byte[] packed(byte[] office) {
        return OfficeFile.cleaned(office, true);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_file_without_anything_beside_its_matter_is_kept_as_it_is(String mediaType, byte[] file) {
        Kind kind = Kind.of(file);
        assertThat(kind.mediaType()).isEqualTo(mediaType);
        assertThat(kind.cleaned(file, false)).isEqualTo(file);
        assertThat(kind.cleaned(file, true)).isEqualTo(file);
    }

    @Test
    void the_place_goes_out_of_a_picture_unless_it_is_to_stay() {
        assertThat(Kind.PNG.cleaned(Files.pngWithPlace(), false)).isEqualTo(Files.picture("png"));
        assertThat(Kind.PNG.cleaned(Files.pngWithPlace(), true)).isEqualTo(Files.pngWithPlace());
        assertThat(Files.holds(Kind.JPEG.cleaned(Files.jpegWithPlace(), false), Files.PLACE))
                .isFalse();
        assertThat(Kind.JPEG.cleaned(Files.jpegWithPlace(), true)).isEqualTo(Files.jpegWithPlace());
    }

    static Stream<byte[]> other_kinds() {
        return Stream.of(
                bytes("just a text"),
                Files.picture("gif"),
                Files.zip("a.txt"),
                Files.zip("word/document.xml"),
                Files.zip("[Content_Types].xml", "ppt/presentation.xml"),
                Files.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                Files.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"));
    }

    @ParameterizedTest
    @MethodSource("other_kinds")
    void other_kinds_and_such_as_hold_programs_are_not_taken(byte[] file) {
        assertRefused(415, "attachment-kind-not-taken", () -> Kind.of(file));
    }

    @Test
    void an_office_file_without_its_directory_is_broken() {
        byte[] whole = Files.docx();
        byte[] marked = whole.clone();
        marked[whole.length - 22 + 2] = 0;
        for (byte[] sent : new byte[][] {Arrays.copyOf(whole, whole.length - 1), marked, bytes("PK")}) {
            assertRefused(422, "attachment-broken", () -> OfficeFile.kind(sent));
        }
    }

    @Test
    void an_office_file_may_end_with_the_longest_remark_there_is() {
        byte[] remarked = joined(Files.docx(), new byte[65_535]);
        assertThat(OfficeFile.kind(remarked)).isEqualTo(Kind.DOCX);
        assertRefused(422, "attachment-broken", () -> OfficeFile.kind(joined(remarked, new byte[1])));
    }

    @Test
    void an_office_file_with_a_part_that_cannot_be_read_is_broken() {
        byte[] file = Files.docx();
        file[60] ^= 0x55;
        assertRefused(422, "attachment-broken", () -> OfficeFile.kind(file));
    }

    private static byte[] parts(int parts) {
        return Files.zip(Stream.concat(
                        Stream.of("[Content_Types].xml", "word/document.xml"),
                        IntStream.range(2, parts).mapToObj(i -> "media/" + i))
                .toArray(String[]::new));
    }

    @Test
    void ten_thousand_parts_are_a_paper_and_one_more_is_an_attack() {
        assertThat(OfficeFile.kind(parts(10_000))).isEqualTo(Kind.DOCX);
        assertRefused(422, "attachment-broken", () -> OfficeFile.kind(parts(10_001)));
    }

    /** A document whose other parts unpack to so many bytes. */
    private static byte[] unpacking(long... sizes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < sizes.length; i++) {
                zip.putNextEntry(new ZipEntry("media/" + i));
                // a picture without anything beside it
                zip.write(bytes("BM"));
                for (long left = sizes[i] - 2; left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void what_unpacks_to_more_than_256_mebibytes_is_an_attack_in_one_part_or_in_two() throws IOException {
        assertThat(OfficeFile.kind(unpacking(200L << 20, 56L << 20))).isEqualTo(Kind.DOCX);
        byte[] more = unpacking(200L << 20, (56L << 20) + 1);
        assertRefused(422, "attachment-broken", () -> OfficeFile.kind(more));
    }

    @Test
    void a_pdf_whose_end_does_not_say_where_its_table_begins_is_broken() {
        byte[] whole = Files.pdf("x");
        for (byte[] sent : new byte[][] {
            Arrays.copyOf(whole, whole.length - 7),
            bytes("%PDF-1.4\n%%EOF\n"),
            bytes("%PDF-1.4\n%%EOF\nstartxref\n9\n"),
            joined(whole, new byte[2048])
        }) {
            assertRefused(422, "attachment-broken", () -> Kind.PDF.cleaned(sent, false));
        }
    }

    @Test
    void a_pdf_may_begin_with_its_table_and_be_long() {
        byte[] shortest = bytes("startxref\n%%EOF");
        assertThat(Pdf.whole(shortest)).isEqualTo(shortest);
        byte[] longer = joined(new byte[5000], shortest, new byte[2048 - shortest.length]);
        assertThat(Pdf.whole(longer)).isEqualTo(longer);
    }
}
