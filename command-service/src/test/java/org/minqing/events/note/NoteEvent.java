package org.minqing.events.note;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Money;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/** The story of a note, which is there for the platform's tests: it has a field of every form a command may have. */
public sealed interface NoteEvent extends DomainEvent {
    @Override
    Slip of();

    /** Which note, and where it is kept. */
    record Slip(UUID noteId, String villageId) implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    /** A note is begun. */
    record NoteOpened(
            Slip of,
            @Nullable UUID about,
            @Nullable Sealed text,
            @Nullable Person author,
            List<Person> readers,
            @Nullable Money money,
            @Nullable BigDecimal weight,
            @Nullable UUID owner,
            LocalDate occurredOn)
            implements NoteEvent {
        @Override
        public @Nullable UUID organisation() {
            return owner;
        }
    }

    /** Something is written below. */
    record NoteContinued(Slip of, UUID entryId, int lines, Sealed text, LocalDate occurredOn) implements NoteEvent {}

    /** Something may be written again. */
    record NoteReopened(Slip of, LocalDate occurredOn) implements NoteEvent {}

    /** Nothing more is written. */
    record NoteClosed(Slip of, LocalDate occurredOn) implements NoteEvent {}
}
