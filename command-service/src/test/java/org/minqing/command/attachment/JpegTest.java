package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.command.attachment.Files.bytes;
import static org.minqing.command.attachment.Files.joined;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.refusal.Refusal;

/** What is kept of a JPEG, segment by segment. */
class JpegTest {
    private static final byte[] START = hex(0xff, 0xd8);
    private static final byte[] END = hex(0xff, 0xd9);
    private static final byte[] TABLE = segment(0xdb, bytes("table"));
    private static final byte[] COLOURS = segment(0xe2, bytes("ICC_PROFILE\0colours"));
    private static final byte[] XMP = segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0" + Files.PLACE));
    private static final byte[] SCAN = joined(segment(0xda, bytes("scan")), bytes("coded data"));

    private static byte[] hex(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return all;
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return joined(hex(0xff, marker, length >> 8, length), content);
    }

    private static byte[] picture(byte[]... segments) {
        return joined(START, joined(segments), SCAN, END);
    }

    private static byte[] kept(byte[] sent) {
        return Jpeg.cleaned(sent, false);
    }

    /** EXIF with a place before, and which way is up after it. */
    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4).order(order);
        tiff.put(bytes(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(0x12345678);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        return segment(0xe1, joined(bytes("Exif\0\0"), tiff.array()));
    }

    private static byte[] upright(int orientation) {
        return segment(
                0xe1,
                joined(
                        bytes("Exif\0\0MM"),
                        hex(0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc0, 0xc4, 0xdb, 0xdd, 0xdf, 0xe0, 0xee, 0xf0, 0xfd})
    void what_makes_the_picture_stays_byte_for_byte(int marker) {
        byte[] sent = picture(segment(marker, bytes("as it was")), COLOURS);
        assertThat(kept(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xe1, 0xe2, 0xe3, 0xed, 0xef, 0xfe})
    void what_is_told_beside_the_picture_goes(int marker) {
        assertThat(kept(picture(TABLE, segment(marker, bytes(Files.PLACE)), COLOURS)))
                .isEqualTo(picture(TABLE, COLOURS));
    }

    @Test
    void what_is_told_stays_where_the_place_is_to_stay() {
        byte[] sent = picture(XMP, segment(0xfe, bytes("a comment")), exif(ByteOrder.BIG_ENDIAN, 3), TABLE);
        assertThat(Jpeg.cleaned(sent, true)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 8})
    void which_way_is_up_stays_alone_of_all_the_camera_says(int orientation) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertThat(kept(picture(exif(order, orientation), TABLE))).isEqualTo(picture(upright(orientation), TABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void nothing_is_said_of_a_picture_that_stands_as_it_is_or_in_no_way_there_is(int orientation) {
        assertThat(kept(picture(exif(ByteOrder.BIG_ENDIAN, orientation), TABLE)))
                .isEqualTo(picture(TABLE));
    }

    static Stream<byte[]> what_a_camera_says_and_nobody_can_read_goes() {
        byte[] whole = exif(ByteOrder.BIG_ENDIAN, 6);
        byte[] noEntries = whole.clone();
        noEntries[4 + 6 + 9] = 0;
        byte[] placeAlone = whole.clone();
        placeAlone[4 + 6 + 9] = 1;
        return Stream.of(
                segment(0xe1, bytes("Exif\0\0")),
                segment(0xe1, bytes("Exi")),
                segment(0xe1, joined(bytes("Exif\0\1"), Arrays.copyOfRange(whole, 10, whole.length))),
                segment(0xe1, Arrays.copyOfRange(whole, 4, whole.length - 20)),
                noEntries,
                placeAlone);
    }

    @ParameterizedTest
    @MethodSource
    void what_a_camera_says_and_nobody_can_read_goes(byte[] said) {
        assertThat(kept(picture(said, TABLE))).isEqualTo(picture(TABLE));
    }

    @Test
    void bytes_that_fill_before_a_marker_are_not_kept() {
        assertThat(kept(picture(hex(0xff, 0xff), TABLE, hex(0xff), COLOURS))).isEqualTo(picture(TABLE, COLOURS));
    }

    @Test
    void a_segment_that_says_nothing_is_whole() {
        assertThat(kept(picture(segment(0xdd, new byte[0]), TABLE)))
                .isEqualTo(picture(segment(0xdd, new byte[0]), TABLE));
    }

    @Test
    void coded_data_is_kept_with_what_is_stuffed_into_it_and_where_it_begins_anew() {
        byte[] coded = joined(bytes("coded"), hex(0xff, 0, 0xff, 0xd0, 1, 0xff, 0xd7, 2, 0xff, 0xff, 0), bytes("data"));
        byte[] sent = joined(START, TABLE, segment(0xda, bytes("first")), coded, SCAN, END);
        assertThat(kept(sent)).isEqualTo(sent);
    }

    @Test
    void what_is_told_between_two_scans_goes_too() {
        assertThat(kept(joined(START, TABLE, SCAN, XMP, TABLE, SCAN, END)))
                .isEqualTo(joined(START, TABLE, SCAN, TABLE, SCAN, END));
    }

    @Test
    void what_comes_behind_the_picture_goes() {
        assertThat(kept(joined(picture(TABLE), picture(XMP)))).isEqualTo(picture(TABLE));
    }

    @Test
    void a_segment_may_be_as_long_as_it_can_say() {
        byte[] sent = picture(segment(0xdb, new byte[0xffff - 2]), TABLE);
        assertThat(kept(sent)).isEqualTo(sent);
    }

    static Stream<byte[]> broken() {
        byte[] whole = picture(TABLE);
        return Stream.concat(
                Stream.of(
                        joined(START, TABLE, END),
                        joined(START, TABLE, START, SCAN, END),
                        joined(START, segment(0xbf, bytes("none")), SCAN, END),
                        joined(START, hex(0xff, 0xdb, 0, 1), SCAN, END),
                        joined(START, hex(0xff, 0xdb, 0, 0), SCAN, END),
                        joined(START, hex(0xff, 0xfe, 0x7f, 0xff), SCAN, END),
                        joined(START, bytes("a"), TABLE, SCAN, END)),
                IntStream.of(1, 2, 3, 5, whole.length - 2, whole.length - 1)
                        .mapToObj(length -> Arrays.copyOf(whole, length)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_picture_that_did_not_come_whole_is_refused(byte[] sent) {
        for (boolean keepLocation : new boolean[] {false, true}) {
            assertThatThrownBy(() -> Jpeg.cleaned(sent, keepLocation))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("attachment-broken"));
        }
    }
}
