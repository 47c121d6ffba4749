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

    /** The command as it is told to whoever asks which there are. */
    public static CommandType of(String name) {
        return of(name, "Event", Object.class, Roles.all());
    }

    /** The command about an event of a stream of this type. */
    public static CommandType of(String name, CommandType maker) {
        return of(name, maker.subject(), maker.aggregate(), maker.roles());
    }

    private static CommandType of(String name, String subject, Class<?> aggregate, Set<String> roles) {
        return new CommandType(
                name,
                Fields.class,
                aggregate,
                null,
                subject,
                false,
                List.of(),
                CommandTypes.shape(Fields.class, ENVELOPED),
                ENVELOPED,
                true,
                roles);
    }

    /** What both say beside the envelope. */
    public record Fields(@NotNull UUID eventId, @Nullable Boolean following) {}

    public static boolean is(String command) {
        return command.equals(VOID) || command.equals(CORRECT);
    }
}
