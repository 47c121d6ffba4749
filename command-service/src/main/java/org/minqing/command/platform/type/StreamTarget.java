package org.minqing.command.platform.type;

import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;

/** The stream a command goes to, as its fields say. */
public final class StreamTarget {
    private StreamTarget() {}

    /** Determined, given, or made. */
    public static String of(Object command, String type, boolean creating, DecisionContext situation) {
        String field = StreamName.idField(type);
        Object given = RecordFields.value(command, field);
        if (command instanceof DeterminedStream determined) {
            if (given != null) {
                throw Refusal.invalid("/" + field, "determined");
            }
            return StreamName.of(type, determined.streamId(situation));
        }
        if (given == null) {
            if (!creating) {
                throw Refusal.invalid("/" + field, "required");
            }
            return StreamName.of(type, situation.madeId());
        }
        if (given instanceof String code && isDivisionCode(command, field)) {
            return StreamName.of(
                    type,
                    situation
                            .gazetteer()
                            .place(code)
                            .map(Gazetteer.Place::id)
                            .orElseGet(() -> situation.gazetteer().divisionId(code, situation.today())));
        }
        return StreamName.of(type, given);
    }

    /** The same where the fields alone say it, and nobody has to be asked. */
    public static Optional<String> plain(Object command, CommandType type, UUID madeId) {
        if (type.determined()) {
            return Optional.empty();
        }
        Object given = RecordFields.value(command, type.idField());
        if (given == null) {
            return type.creating() ? Optional.of(StreamName.of(type.subject(), madeId)) : Optional.empty();
        }
        return given instanceof UUID ? Optional.of(StreamName.of(type.subject(), given)) : Optional.empty();
    }

    private static boolean isDivisionCode(Object command, String field) {
        return RecordFields.component(command.getClass(), field)
                .map(c -> c.isAnnotationPresent(DivisionCode.class))
                .orElse(false);
    }
}
