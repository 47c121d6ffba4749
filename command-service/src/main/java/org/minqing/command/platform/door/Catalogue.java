package org.minqing.command.platform.door;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Schema;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;

/** Every command there is, with its words, its schema and who may send it. */
final class Catalogue {
    private static final CommandType VOIDING = AmendmentType.of(AmendmentType.VOID);
    private static final CommandType CORRECTING = AmendmentType.of(AmendmentType.CORRECT);

    private final CommandTypes types;
    private final Texts texts;

    Catalogue(CommandTypes types, Texts texts) {
        this.types = types;
        this.texts = texts;
    }

    List<Map<String, Object>> list(Language language) {
        return Stream.concat(types.all().stream().filter(type -> !type.ownDoor()), Stream.of(VOIDING, CORRECTING))
                .sorted(Comparator.comparing(CommandType::name))
                .map(type -> entry(type, language))
                .toList();
    }

    /**
     * The schema of {@code changes} of a {@code Correct} of an event, all of which may be left out.
     *
     * @param roles of whoever asks; 403 where none of them may send such a command
     * @param event logical name, {@code Fund.DonationRecorded}; where several commands make it, any of their schemas
     */
    Map<String, Object> changes(String event, Set<String> roles) {
        List<CommandType> making = types.all().stream()
                .filter(type -> !type.ownDoor() && event.equals(type.ownEvent()))
                .toList();
        if (making.isEmpty()) {
            throw new Refusal(404, "unknown-event-type", List.of(event), List.of());
        }
        List<CommandType> allowed =
                making.stream().filter(type -> type.grant(roles).isPresent()).toList();
        if (allowed.isEmpty()) {
            throw Refusal.forbidden("role-may-not", AmendmentType.CORRECT);
        }
        return Schema.ofChanges(allowed);
    }

    private Map<String, Object> entry(CommandType type, Language language) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", type.name());
        entry.put("title", texts.text(language, "command." + type.name()));
        entry.put("schema", Schema.of(type));
        entry.put("roles", type.roles());
        return entry;
    }
}
