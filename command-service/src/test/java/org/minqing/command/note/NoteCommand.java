package org.minqing.command.note;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.note.NoteEvent.NoteClosed;
import org.minqing.events.note.NoteEvent.NoteContinued;
import org.minqing.events.note.NoteEvent.NoteOpened;
import org.minqing.events.note.NoteEvent.NoteReopened;

/** What may be done with a note. */
sealed interface NoteCommand {
    /** Has a field of every form. */
    @MadeEvents(value = NoteOpened.class, begins = true)
    record OpenNote(
            @Nullable UUID noteId,
            @NotNull @DivisionCode String villageCode,
            @Nullable @Ref("Note") UUID about,
            @Nullable @Ref(value = "Note", scoped = false) List<UUID> mentions,
            @Nullable @Text(max = 10) Sealed text,
            @Nullable PersonInput author,
            @Nullable @Size(max = 2) List<PersonInput> readers,
            @Nullable Money money,
            @Nullable @Positive BigDecimal weight,
            @Nullable Colour colour,
            @Nullable Set<String> tags,
            @Nullable Integer count,
            @Nullable Boolean urgent,
            @Nullable UUID owner)
            implements NoteCommand {}

    /** Red or green. */
    enum Colour {
        RED,
        GREEN
    }

    /** Makes as many events as it has lines. */
    @MadeEvents(NoteContinued.class)
    record ContinueNote(
            @NotNull UUID noteId,
            @Min(1) int lines,
            @NotNull @Text(max = 1000) Sealed text) implements NoteCommand {}

    /** Says nothing of its noteId being required: every command to a stream that stands needs one. */
    @MadeEvents(NoteClosed.class)
    record CloseNote(@Nullable UUID noteId) implements NoteCommand {}

    /** May be sent however often. */
    @MadeEvents(NoteReopened.class)
    record ReopenNote(@NotNull UUID noteId) implements NoteCommand {}
}
