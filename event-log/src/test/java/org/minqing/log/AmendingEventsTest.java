package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.log.sample.RemarkEvent.RemarkMade;
import org.minqing.log.sample.RemarkEvent.Subject;
import org.minqing.log.sample.RemarkEvent.Thread;
import org.minqing.log.sample.WithdrawingEvent.Reworded;
import org.minqing.log.sample.WithdrawingEvent.Withdrawn;

/** Headers, and events about events. */
class AmendingEventsTest {
    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 5);
    private static final RemarkMade MADE =
            new RemarkMade(new Subject(ID, "530328"), new Thread(new UUID(0, 2)), "路不通", DAY);
    private static final String FLAT = "{\"remarkId\":\"00000000-0000-0000-0000-000000000001\",\"place\":\"530328\","
            + "\"threadId\":\"00000000-0000-0000-0000-000000000002\",\"words\":\"路不通\",\"occurredOn\":\"2012-03-05\"}";

    private final EventTypes types = Sample.TYPES;
    private final EventCodec codec = Sample.CODEC;

    @Test
    void a_header_stands_among_the_components_of_its_event() {
        assertThat(json(MADE)).isEqualTo(FLAT);
        assertThat(read("Remark.RemarkMade", FLAT)).isEqualTo(MADE);
        RemarkMade nowhere = new RemarkMade(new Subject(ID, null), new Thread(ID), "x", DAY);
        assertThat(read("Remark.RemarkMade", json(nowhere))).isEqualTo(nowhere);
    }

    @Test
    void what_is_unknown_is_refused_beside_a_header_too() {
        assertThatThrownBy(() -> read("Remark.RemarkMade", FLAT.replace("\"words\"", "\"colour\":\"red\",\"words\"")))
                .isInstanceOf(EventCodec.Unreadable.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> read("Remark.RemarkMade", FLAT.replace("\"words\"", "\"of\":{},\"words\"")))
                .isInstanceOf(EventCodec.Unreadable.class);
    }

    @Test
    void an_event_about_an_event_is_named_after_it_and_holds_it_whole() {
        Withdrawn<RemarkMade> withdrawn = new Withdrawn<>(ID, MADE);
        Reworded<RemarkMade> reworded = new Reworded<>(ID, MADE, MADE);
        Withdrawn<Reworded<RemarkMade>> back = new Withdrawn<>(ID, reworded);
        assertThat(types.name(withdrawn)).isEqualTo("Remark.RemarkMade.Withdrawn");
        assertThat(types.name(back)).isEqualTo("Remark.RemarkMade.Reworded.Withdrawn");
        assertThat(json(withdrawn)).isEqualTo("{\"target\":\"" + ID + "\",\"before\":" + FLAT + "}");
        for (Object event : new Object[] {withdrawn, reworded, back}) {
            assertThat(read(types.name(event), json(event))).isEqualTo(event);
        }
    }

    @Test
    void nothing_is_about_the_same_kind_twice_or_about_nothing() {
        for (String name : new String[] {
            "Remark.RemarkMade.Withdrawn.Withdrawn",
            "Remark.RemarkMade.Reworded.Reworded",
            "Remark.Withdrawn",
            "Remark.RemarkMade.",
            ".Withdrawn",
            "Withdrawn"
        }) {
            assertThat(types.knows(name)).as(name).isFalse();
            assertThatThrownBy(() -> types.type(name, 1)).isInstanceOf(EventTypes.UnknownEventType.class);
        }
        assertThat(types.knows("Remark.RemarkMade.Withdrawn")).isTrue();
    }

    /** A family at fault. */
    sealed interface DoubleEvent {
        record Head(UUID id, String words) {}

        record Doubled(Head of, String words) implements DoubleEvent {}
    }

    @Test
    void a_header_and_its_event_have_no_name_in_common() {
        assertThatThrownBy(() -> EventTypes.of(DoubleEvent.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("words");
    }

    private String json(Object event) {
        return new String(codec.encode(event), StandardCharsets.UTF_8);
    }

    private Object read(String name, String json) {
        return codec.decode(json.getBytes(StandardCharsets.UTF_8), types.type(name, 1));
    }
}
