package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.minqing.log.sample.NoteEvent.NoteTaken;

class EventTypesTest {
    @Test
    void finds_families_below_a_package_and_knows_its_own() {
        assertThat(Sample.TYPES.all())
                .containsOnlyKeys(
                        "Note.NoteTaken",
                        "Note.NoteMeasured",
                        "Remark.RemarkMade",
                        "log.ClockSettled",
                        "log.Opened",
                        "log.SimulationEnded");
        assertThat(Sample.TYPES.name(NoteTaken.class)).isEqualTo("Note.NoteTaken");
        assertThat(Sample.TYPES.type("Note.NoteTaken", 1)).isEqualTo(NoteTaken.class);
    }

    @Test
    void an_unknown_name_or_revision_stops_the_reader() {
        assertThatThrownBy(() -> Sample.TYPES.type("Note.NoteBurnt", 1))
                .isInstanceOf(EventTypes.UnknownEventType.class)
                .hasMessageContaining("Note.NoteBurnt");
        assertThatThrownBy(() -> Sample.TYPES.type("Note.NoteTaken", 2))
                .isInstanceOf(EventTypes.UnknownEventType.class);
        assertThatThrownBy(() -> Sample.TYPES.name(String.class)).isInstanceOf(EventTypes.UnknownEventType.class);
    }
}
