package org.minqing.command.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.command.platform.Messages.Language;

/** Every command there is, with its words, its schema and who may send it. */
final class Catalogue {
    private final CommandTypes types;
    private final Messages messages;

    Catalogue(CommandTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    List<Map<String, Object>> list(Language language) {
        return types.all().stream()
                .filter(type -> !type.ownDoor())
                .map(type -> entry(type, language))
                .toList();
    }

    private Map<String, Object> entry(CommandType type, Language language) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", type.name());
        entry.put("title", messages.text(language, "command." + type.name()));
        entry.put("schema", Schema.of(type));
        entry.put("roles", type.roles());
        return entry;
    }
}
