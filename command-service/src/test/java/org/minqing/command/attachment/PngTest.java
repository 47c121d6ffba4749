package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.command.attachment.Files.bytes;
import static org.minqing.command.attachment.Files.chunk;
import static org.minqing.command.attachment.Files.joined;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.refusal.Refusal;

/** What is kept of a PNG, chunk by chunk. */
class PngTest {
    private static final byte[] SIGNATURE = Arrays.copyOf(Files.picture("png"), 8);
    private static final byte[] HEADER = chunk("IHDR", new byte[13]);
    private static final byte[] DATA = chunk("IDAT", bytes("data"));
    private static final byte[] END = chunk("IEND", new byte[0]);
    private static final byte[] PLACE = chunk("tEXt", bytes("Comment\0" + Files.PLACE));
    private static final byte[] WHOLE = joined(SIGNATURE, HEADER, DATA, END);

    @ParameterizedTest
    @ValueSource(strings = {"PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "pHYs", "bKGD", "sBIT", "acTL"})
    void what_makes_the_picture_stays_byte_for_byte(String type) {
        byte[] sent = joined(SIGNATURE, HEADER, chunk(type, bytes("as it was")), DATA, DATA, END);
        assertThat(Png.cleaned(sent, false)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eXIf", "tEXt", "zTXt", "iTXt", "tIME", "prVt"})
    void what_is_told_beside_the_picture_goes(String type) {
        byte[] told = chunk(type, bytes(Files.PLACE));
        assertThat(Png.cleaned(joined(SIGNATURE, HEADER, told, DATA, told, END), false))
                .isEqualTo(WHOLE);
    }

    @Test
    void what_is_told_stays_where_the_place_is_to_stay() {
        byte[] sent = joined(SIGNATURE, HEADER, PLACE, DATA, END);
        assertThat(Png.cleaned(sent, true)).isEqualTo(sent);
    }

    @Test
    void what_comes_behind_the_picture_goes_even_where_the_place_is_to_stay() {
        assertThat(Png.cleaned(joined(WHOLE, PLACE), false)).isEqualTo(WHOLE);
        assertThat(Png.cleaned(joined(WHOLE, PLACE), true)).isEqualTo(WHOLE);
    }

    static Stream<byte[]> broken() {
        byte[] otherwise = WHOLE.clone();
        otherwise[SIGNATURE.length + HEADER.length + 8] ^= 1;
        byte[] longer = WHOLE.clone();
        longer[SIGNATURE.length] = 0x7f;
        byte[] negative = WHOLE.clone();
        negative[SIGNATURE.length] = (byte) 0xff;
        return Stream.concat(
                Stream.of(
                        otherwise,
                        longer,
                        negative,
                        joined(SIGNATURE, DATA, END),
                        joined(SIGNATURE, PLACE, HEADER, DATA, END),
                        joined(SIGNATURE, HEADER, END),
                        joined(SIGNATURE, HEADER, DATA)),
                IntStream.of(8, 9, 20, WHOLE.length - 12, WHOLE.length - 1)
                        .mapToObj(length -> Arrays.copyOf(WHOLE, length)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_picture_that_did_not_come_whole_is_refused(byte[] sent) {
        assertThatThrownBy(() -> Png.cleaned(sent, false))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("attachment-broken"));
    }
}
