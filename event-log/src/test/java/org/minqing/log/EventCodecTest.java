package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.log.sample.NoteEvent.Colour;
import org.minqing.log.sample.NoteEvent.NoteMeasured;
import org.minqing.log.sample.NoteEvent.NoteTaken;
import org.minqing.log.sample.Part;

class EventCodecTest {
    private static final String GOLDEN = "{\"zeta\":\"“水\\n泵/\\\"\",\"alpha\":\"11111111-2222-3333-4444-555555555555\","
            + "\"amount\":1000,\"colour\":\"万元\",\"colours\":[\"RED\"],\"instant\":\"2012-12-31T16:00:00.123456Z\","
            + "\"count\":3,\"done\":true,\"part\":{\"name\":\"p\"},\"division\":\"53\",\"occurredOn\":\"2012-03-01\"}";
    private static final NoteMeasured MEASURED = new NoteMeasured(
            "“水\n泵/\"",
            UUID.fromString("11111111-2222-3333-4444-555555555555"),
            new BigDecimal("1E+3"),
            null,
            Colour.万元,
            List.of(Colour.RED),
            Instant.parse("2012-12-31T16:00:00.123456Z"),
            3,
            true,
            new Part("p", null),
            null,
            "53",
            LocalDate.of(2012, 3, 1));

    private final EventCodec codec = new EventCodec();

    @Test
    void bytes_are_golden() {
        assertThat(new String(codec.encode(MEASURED), StandardCharsets.UTF_8)).isEqualTo(GOLDEN);
    }

    @Test
    void what_was_read_is_written_again_byte_for_byte() {
        byte[] bytes = GOLDEN.getBytes(StandardCharsets.UTF_8);
        assertThat(codec.encode(codec.decode(bytes, NoteMeasured.class))).isEqualTo(bytes);
    }

    @Test
    void decimals_keep_their_scale() {
        byte[] bytes = GOLDEN.replace("1000", "0.50").getBytes(StandardCharsets.UTF_8);
        assertThat(codec.encode(codec.decode(bytes, NoteMeasured.class))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"occurredOn\":\"2012-03-01\",\"unknown\":1}",
                "{\"text\":\"a\",\"text\":\"b\",\"occurredOn\":\"2012-03-01\"}",
                "{\"text\":1,\"occurredOn\":\"2012-03-01\"}",
                "{\"text\":\"a\",\"occurredOn\":\"2012-03-01\"}{}",
                "{\"text\":\"a\",\"occurredOn\":\"1 March\"}"
            })
    void reading_refuses_what_it_does_not_know(String json) {
        assertThatThrownBy(() -> codec.decode(json.getBytes(StandardCharsets.UTF_8), NoteTaken.class))
                .isInstanceOf(EventCodec.Unreadable.class);
    }

    @Test
    void metadata_has_its_keys_in_order_and_no_others() {
        Map<String, String> metadata = Map.of("client", "office", "actor", "a", "commandId", "c");
        assertThat(new String(codec.encodeMetadata(metadata), StandardCharsets.UTF_8))
                .isEqualTo("{\"commandId\":\"c\",\"actor\":\"a\",\"client\":\"office\"}");
        assertThatThrownBy(() -> codec.encodeMetadata(Map.of("traceId", "t"))).hasMessageContaining("traceId");
    }
}
