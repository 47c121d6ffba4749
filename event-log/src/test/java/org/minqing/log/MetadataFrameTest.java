package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetadataFrameTest {
    private static final UUID COMMAND = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private static final String OTHER = "00000000-bbbb-4ccc-8ddd-eeeeeeeeeeef";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void what_differs_takes_few_bytes_and_comes_back_exactly() {
        Map<String, String> metadata = Map.of(
                "commandId",
                COMMAND.toString(),
                "actor",
                "张三\"\u0001",
                "client",
                "office",
                "causationId",
                OTHER,
                "correlationId",
                COMMAND.toString(),
                "traceparent",
                TRACE);
        assertThat(kept(metadata)).isEqualTo(16 + 26);
    }

    @Test
    void two_commands_of_one_actor_share_a_frame() {
        var first = split(Map.of("commandId", COMMAND.toString(), "actor", "a"), COMMAND);
        UUID another = UUID.fromString(OTHER);
        var second = split(Map.of("commandId", OTHER, "actor", "a"), another);
        assertThat(second.frame()).isEqualTo(first.frame());
    }

    @Test
    void what_fits_no_hole_is_kept_verbatim() {
        for (Map<String, String> metadata : java.util.List.of(
                Map.of("commandId", COMMAND.toString(), "causationId", "not a UUID"),
                Map.of("commandId", COMMAND.toString(), "causationId", OTHER.toUpperCase(java.util.Locale.ROOT)),
                Map.of("commandId", COMMAND.toString(), "traceparent", "00-1-2-3"),
                Map.of("commandId", COMMAND.toString(), "authority", "云政发〔2012〕3号"),
                Map.of("actor", "x".repeat(2000)))) {
            int bytes = new EventCodec().encodeMetadata(metadata).length;
            assertThat(kept(metadata)).isEqualTo(bytes);
        }
    }

    private static int kept(Map<String, String> metadata) {
        MetadataFrame frame = split(metadata, COMMAND);
        assertThat(frame.join(COMMAND)).isEqualTo(new EventCodec().encodeMetadata(metadata));
        return frame.parts().length;
    }

    private static MetadataFrame split(Map<String, String> metadata, UUID commandId) {
        return MetadataFrame.split(new EventCodec().encodeMetadata(metadata), metadata, commandId);
    }
}
