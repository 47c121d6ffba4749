package org.minqing.query.platform.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;

/** Events of the log by position, near ones together. */
public class Payloads {
    private static final int NEAR = 16;

    private final EventLog log;

    Payloads(EventLog log) {
        this.log = log;
    }

    public Map<Long, StoredEvent> at(Collection<Long> positions) {
        Map<Long, StoredEvent> found = new HashMap<>();
        List<Long> sorted = List.copyOf(new TreeSet<>(positions));
        int first = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i) - sorted.get(i - 1) > NEAR) {
                for (StoredEvent event : log.readRange(sorted.get(first), sorted.get(i - 1))) {
                    found.put(event.position(), event);
                }
                first = i;
            }
        }
        found.keySet().retainAll(new TreeSet<>(positions));
        return found;
    }
}
