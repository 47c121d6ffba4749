package org.minqing.command.note;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.Person;
import org.minqing.events.note.NoteEvent;
import org.minqing.events.note.NoteEvent.NoteClosed;
import org.minqing.events.note.NoteEvent.NoteContinued;
import org.minqing.events.note.NoteEvent.NoteOpened;
import org.minqing.events.note.NoteEvent.NoteReopened;

@Aggregate
public class Note {
    /** Lets a test look on, or hold up, while a note is continued. */
    public static volatile BiConsumer<ContinueNoteSeen, Situation> onContinue = (command, situation) -> {};

    /** What the handler was given. */
    public record ContinueNoteSeen(UUID noteId, String shown) {}

    @AggregateIdentifier
    private @Nullable String stream;

    private UUID noteId = new UUID(0, 0);
    private String villageId = "";
    private boolean closed;

    Note() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenNote command, Situation situation) {
        if (stream != null) {
            throw Refusal.alreadyExists("Note", noteId);
        }
        List<PersonInput> readers = command.readers() == null ? List.of() : command.readers();
        situation.apply(new NoteOpened(
                command.noteId() == null ? situation.madeId() : command.noteId(),
                situation.gazetteer().divisionId(command.villageCode(), situation.day(command.occurredOn())),
                command.about(),
                command.text(),
                command.author() == null ? null : person(command.author()),
                readers.stream().map(Note::person).toList(),
                command.money(),
                command.weight(),
                command.owner(),
                situation.day(command.occurredOn())));
    }

    @CommandHandler
    void handle(ContinueNote command, Situation situation) {
        onContinue.accept(new ContinueNoteSeen(noteId, command.toString()), situation);
        if (closed) {
            throw Refusal.conflict("note-closed", noteId);
        }
        for (int i = 0; i < command.lines(); i++) {
            situation.apply(id -> new NoteContinued(
                    noteId, villageId, id, command.lines(), command.text(), situation.day(command.occurredOn())));
        }
    }

    @CommandHandler
    void handle(CloseNote command, Situation situation) {
        if (!closed) {
            situation.apply(new NoteClosed(noteId, villageId, situation.day(command.occurredOn())));
        }
    }

    @CommandHandler
    void handle(ReopenNote command, Situation situation) {
        situation.apply(new NoteReopened(noteId, villageId, situation.today()));
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

    @EventSourcingHandler
    void on(NoteEvent event) {
        stream = "Note-" + event.noteId();
        noteId = event.noteId();
        villageId = event.villageId();
        switch (event) {
            case NoteOpened e -> {}
            case NoteContinued e -> {}
            case NoteClosed e -> closed = true;
            case NoteReopened e -> closed = false;
        }
    }
}
