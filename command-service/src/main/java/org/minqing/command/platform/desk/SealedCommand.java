package org.minqing.command.platform.desk;

import java.util.Objects;
import java.util.Set;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.keys.DraftedKeys;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.KeyRows;

/**
 * A command whose texts are sealed.
 *
 * @param ring what they were sealed with
 * @param keys what must be durable with what comes of the command
 */
record SealedCommand(Object command, KeyRing ring, KeyRows keys) {
    SealedCommand(Object command, DraftedKeys drafted) {
        this(command, drafted.ring(), drafted.rows());
    }

    static SealedCommand of(Judged judged, SubjectKeys keys) {
        String streamId = judged.passed().streamId();
        Amendment amendment = judged.amendment();
        if (amendment != null) {
            amendment.readSubjects(streamId, judged.passed().references());
            DraftedKeys drafted = drafted(amendment.subjects(streamId), keys);
            keys.index(drafted, amendment.findable(streamId));
            return new SealedCommand(amendment.sealed(streamId, drafted.ring()), drafted);
        }
        CommandDraft draft = judged.why();
        if (draft.texts().isEmpty()) {
            return new SealedCommand(Objects.requireNonNull(draft.unsealed()), drafted(Set.of(), keys));
        }
        draft.texts().readSubjects(streamId, judged.passed().references());
        DraftedKeys drafted = drafted(draft.texts().subjects(streamId), keys);
        keys.index(drafted, draft.texts().findable(streamId));
        return new SealedCommand(draft.sealed(streamId, drafted.ring()), drafted);
    }

    /** A key for each subject; an erased one has none. */
    private static DraftedKeys drafted(Set<String> subjects, SubjectKeys keys) {
        DraftedKeys drafted = keys.draft(subjects);
        subjects.stream()
                .filter(subject -> !drafted.ring().has(subject))
                .findFirst()
                .ifPresent(erased -> {
                    throw Refusal.conflict("subject-erased", erased);
                });
        return drafted;
    }
}
