package org.minqing.query.platform.endpoint;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.query.platform.question.Refusal;
import org.springframework.stereotype.Component;

/** What may be asked of the log: types of events there are, and positions it has reached. */
@Component
class EventTypeCheck {
    private final EventLog log;
    private final EventTypes types;

    EventTypeCheck(EventLog log, EventTypes types) {
        this.log = log;
        this.types = types;
    }

    /** Before the logical name of a type where other systems are told of it. */
    static final String DOMAIN = "org.minqing.";

    /** {@code Fund.DonationRecorded}, with or without the domain. */
    static @Nullable String logical(@Nullable String type) {
        return type == null || !type.startsWith(DOMAIN) ? type : type.substring(DOMAIN.length());
    }

    /** 400 for a type of event there is none of, with those of its family, or with every family. */
    void knows(@Nullable String type) {
        if (type == null || types.knows(type)) {
            return;
        }
        String family = family(type) + ".";
        List<String> siblings = types.all().keySet().stream()
                .filter(name -> name.startsWith(family))
                .toList();
        if (!siblings.isEmpty()) {
            throw Refusal.unknown("type", "unknown-event-type", type, new WordList(siblings));
        }
        List<String> families = types.all().keySet().stream()
                .map(EventTypeCheck::family)
                .distinct()
                .collect(Collectors.toList());
        throw Refusal.unknown("type", "unknown-event-type", type, new WordList(families));
    }

    private static String family(String type) {
        return type.replaceFirst("\\..*", "");
    }

    /** 409 for a cursor behind the log's end: it is of another log, or of one that was set back. */
    void reached(long position) {
        if (position > 0) {
            long head = log.head();
            if (position > head) {
                throw Refusal.conflict("beyond-head", position, head);
            }
        }
    }
}
