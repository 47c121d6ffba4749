package org.minqing.command.note;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.minqing.command.note.NoteCommand.CloseNote;
import org.minqing.command.note.NoteCommand.ContinueNote;
import org.minqing.command.note.NoteCommand.OpenNote;
import org.minqing.command.note.NoteCommand.ReopenNote;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Person;
import org.minqing.events.note.NoteEvent;
import org.minqing.events.note.NoteEvent.NoteClosed;
import org.minqing.events.note.NoteEvent.NoteContinued;
import org.minqing.events.note.NoteEvent.NoteOpened;
import org.minqing.events.note.NoteEvent.NoteReopened;
import org.minqing.events.note.NoteEvent.Slip;

/** The platform's own aggregate, for its tests. */
public class Note implements StreamAggregate<NoteEvent> {
    /** Lets a test look on, or hold up, while a note is continued. */
    public static volatile BiConsumer<ContinueNoteSeen, DecisionContext> onContinue = (command, situation) -> {};

    /** What the handler was given. */
    public record ContinueNoteSeen(UUID noteId, String shown) {}

    private @Nullable Slip of;
    private boolean closed;

    void handle(OpenNote command, DecisionContext situation) {
        Slip made = new Slip(
                requireNonNullElse(command.noteId(), situation.madeId()),
                situation.gazetteer().divisionId(command.villageCode(), situation.day()));
        situation.enter(new NoteOpened(
                made,
                command.about(),
                command.text(),
                command.author() == null ? null : person(command.author()),
                requireNonNullElse(command.readers(), List.<PersonInput>of()).stream()
                        .map(Note::person)
                        .toList(),
                command.money(),
                command.weight(),
                command.owner(),
                situation.day()));
    }

    void handle(ContinueNote command, DecisionContext situation) {
        onContinue.accept(new ContinueNoteSeen(of().noteId(), command.toString()), situation);
        for (int i = 0; i < command.lines(); i++) {
            situation.enter(id -> new NoteContinued(of(), id, command.lines(), command.text(), situation.day()));
        }
    }

    void handle(CloseNote command, DecisionContext situation) {
        situation.enter(new NoteClosed(of(), situation.day()));
    }

    void handle(ReopenNote command, DecisionContext situation) {
        situation.enter(new NoteReopened(of(), situation.day()));
    }

    private static Person person(PersonInput input) {
        return new Person(
                input.id(),
                input.name(),
                input.citizenNumber(),
                input.sex(),
                input.relation(),
                input.ethnicGroup(),
                input.phone());
    }

    private Slip of() {
        return requireNonNull(of);
    }

    @Override
    public boolean repeats(NoteEvent event) {
        return event instanceof NoteClosed && closed;
    }

    @Override
    public void check(StreamEntry<NoteEvent> entry) {
        if (entry.event() instanceof NoteOpened && of != null) {
            throw Refusal.alreadyExists("Note", of.noteId());
        }
        if (entry.event() instanceof NoteContinued && closed) {
            throw Refusal.conflict("note-closed", of().noteId());
        }
    }

    @Override
    public void on(StreamEntry<NoteEvent> entry) {
        of = entry.event().of();
        switch (entry.event()) {
            case NoteOpened e -> {}
            case NoteContinued e -> {}
            case NoteClosed e -> closed = true;
            case NoteReopened e -> closed = false;
        }
    }
}
