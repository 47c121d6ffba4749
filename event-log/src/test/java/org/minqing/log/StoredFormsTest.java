package org.minqing.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams' names and payloads are stored shorter than they are told, and come back byte by byte. */
class StoredFormsTest {
    private static final String ID = "6f1f2b9c-9d3b-5b7e-8f0a-2b1d4c3e5f60";

    @Test
    void a_name_comes_back_whatever_stands_behind_its_hyphen() {
        for (String stream : List.of(
                "Note-" + ID,
                "Note-" + ID.toUpperCase(java.util.Locale.ROOT),
                "Note-1-1-1-1-1",
                "Note-sixteen_letters!",
                "Note-seventeen_letters",
                "Note-530328202207",
                "Note-水",
                "Note-" + new UUID(0, 0),
                "log-log")) {
            StreamKey key = StreamKey.of(stream);
            assertThat(key.stream()).isEqualTo(stream);
            assertThat(key.key().length == 16).as(stream).isEqualTo(isUuid(stream));
        }
    }

    private static boolean isUuid(String stream) {
        return stream.equals("Note-" + ID) || stream.equals("Note-" + new UUID(0, 0));
    }

    @Test
    void two_names_never_have_one_key() {
        byte[] bytes = "sixteen_letters!".getBytes(UTF_8);
        assertThat(bytes).hasSize(16);
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        String uuid = "Note-" + new UUID(buffer.getLong(), buffer.getLong());
        assertThat(StreamKey.of(uuid).key())
                .isNotEqualTo(StreamKey.of("Note-sixteen_letters!").key());
        assertThat(StreamKey.of(uuid).stream()).isEqualTo(uuid);
    }

    @Test
    void a_uuid_in_quotation_marks_takes_seventeen_bytes() {
        String json = "{\"id\":\"" + ID + "\",\"text\":\"水\"}";
        byte[] packed = PackedPayload.pack(json.getBytes(UTF_8));
        assertThat(packed).hasSize(json.getBytes(UTF_8).length - 38 + 17);
        assertThat(PackedPayload.unpack(packed)).asString(UTF_8).isEqualTo(json);
    }

    @Test
    void what_no_json_is_is_refused_where_it_could_not_come_back() {
        assertThatThrownBy(() -> PackedPayload.pack("\"a\u0001\"".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackedPayload.pack("\u0001".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_was_packed_comes_back_and_tells_its_names() {
        Seeds.each(2_000, StoredFormsTest::comesBack);
    }

    private static void comesBack(Random random) {
        List<String> texts = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> text(random))
                .toList();
        String json = texts.stream().collect(Collectors.joining("\":[\"", "{\"", "\"]}"));
        byte[] packed = PackedPayload.pack(json.getBytes(UTF_8));
        assertThat(PackedPayload.unpack(packed)).asString(UTF_8).isEqualTo(json);
        Set<Integer> names = new HashSet<>();
        PackedPayload.addNames(packed, new byte[0], names);
        texts.stream()
                .map(PackedPayload::form)
                .filter(PackedPayload::isName)
                .forEach(form -> assertThat(names).contains(PackedPayload.hash(form)));
    }

    /** Of what makes it hard to say where a string ends, escaped as JSON has it. */
    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> switch (random.nextInt(6)) {
                    case 0 -> "\\\"";
                    case 1 -> "\\\\";
                    case 2 -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case 3 -> "水" + random.nextInt(10);
                    case 4 -> "-";
                    default -> "a";
                })
                .collect(Collectors.joining());
    }

    @Test
    void an_event_does_not_name_its_own_stream() {
        byte[] packed = PackedPayload.pack(("{\"id\":\"" + ID + "\"}").getBytes(UTF_8));
        Set<Integer> names = new HashSet<>();
        PackedPayload.addNames(packed, StreamKey.of("Note-" + ID).key(), names);
        assertThat(names).containsExactly(PackedPayload.hash(PackedPayload.form("id")));
    }
}
