package org.minqing.events.note;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/** The story of a note, which is there for the platform's tests: it has a field of every form a command may have. */
public sealed interface NoteEvent extends DomainEvent {
    UUID noteId();

    String villageId();

    @Override
    default String division() {
        return villageId();
    }

    /** A note is begun. */
    record NoteOpened(
            UUID noteId,
            String villageId,
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
    record NoteContinued(UUID noteId, String villageId, UUID entryId, int lines, Sealed text, LocalDate occurredOn)
            implements NoteEvent {}

    /** Something may be written again. */
    record NoteReopened(UUID noteId, String villageId, LocalDate occurredOn) implements NoteEvent {}

    /** Nothing more is written. */
    record NoteClosed(UUID noteId, String villageId, LocalDate occurredOn) implements NoteEvent {}
}
