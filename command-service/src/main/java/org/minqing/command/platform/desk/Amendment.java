package org.minqing.command.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.stream.VoidRequest;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.events.Sealed;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SubjectKeys.Findable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code Void} or {@code Correct}, once it is known which event of which stream it is about.
 *
 * @param stream {@code <Type>-<id>}
 * @param eventId what is voided or corrected
 * @param maker the command that made the event
 * @param before what made the event, its texts sealed
 * @param why what is said beside the changes
 * @param changed the command given again; null where it is voided
 * @param conflict 409, what stands against it once it was judged
 */
record Amendment(
        String stream,
        UUID eventId,
        CommandType maker,
        ObjectNode before,
        CommandDraft why,
        @Nullable CommandDraft changed,
        @Nullable Refusal conflict) {
    /** The name under which the stream's own handler is known. */
    String name() {
        return maker.subject() + "." + (changed == null ? AmendmentType.VOID : AmendmentType.CORRECT);
    }

    /** The command whose references, places and scope are judged; null where it cannot be bound. */
    @Nullable
    Object command() {
        return changed == null ? CommandDraft.given(maker, before, Set.of()).fields() : changed.unsealed();
    }

    /** What was given beside the command's own fields, its day before all. */
    Envelope envelope() {
        return changed == null ? CommandDraft.given(maker, before, Set.of()).envelope() : changed.envelope();
    }

    List<FieldError> broken() {
        List<FieldError> broken = new ArrayList<>(why.broken());
        if (changed != null) {
            broken.addAll(changed.broken());
        }
        return broken;
    }

    void readSubjects(String streamId, References references) {
        why.texts().readSubjects(streamId, references);
        if (changed != null) {
            changed.texts().readSubjects(streamId, references);
        }
    }

    Set<String> subjects(String streamId) {
        Set<String> subjects = why.texts().subjects(streamId);
        if (changed != null) {
            subjects.addAll(changed.texts().subjects(streamId));
        }
        return subjects;
    }

    List<Findable> findable(String streamId) {
        return changed == null ? List.of() : changed.texts().findable(streamId);
    }

    /** What the stream is told. */
    Object sealed(String streamId, KeyRing keys) {
        AmendmentType.Fields fields = (AmendmentType.Fields) why.sealed(streamId, keys);
        Sealed reason = why.envelope().reason();
        if (reason == null) {
            throw Refusal.invalid("/reason", "required");
        }
        VoidRequest undoing = new VoidRequest(
                eventId,
                Boolean.TRUE.equals(fields.following()),
                reason,
                why.envelope().reasonCode());
        if (changed == null) {
            return undoing;
        }
        changed.sealed(streamId, keys);
        return new CorrectionRequest(undoing, maker, new ReentryDraft(maker, before, changed));
    }
}
