package org.minqing.command.platform.type;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code Void} and {@code Correct} as commands: for whichever event, with the rights of the command that made it. */
public final class AmendmentType {
    private AmendmentType() {}

    public static final String VOID = "Void";
    public static final String CORRECT = "Correct";
    public static final String CHANGES = "changes";
    static final Set<String> ENVELOPED = Set.of("reason", "reasonCode");

    /** What a correction never changes: a wrong day or subject is voided and entered anew. */
    public static final List<String> FIXED = List.of("occurredOn");

    /** The command, about whatever event. */
    public static CommandType of(String name) {
        return new CommandType(
                name,
                Fields.class,
                Object.class,
                null,
                "Event",
                false,
                List.of(),
                CommandTypes.shape(Fields.class, ENVELOPED),
                ENVELOPED,
                true,
                Roles.all());
    }

    /** What both say beside the envelope. */
    public record Fields(@NotNull UUID eventId, @Nullable Boolean following) {}

    public static boolean is(String command) {
        return command.equals(VOID) || command.equals(CORRECT);
    }
}
