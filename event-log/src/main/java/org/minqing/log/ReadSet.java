package org.minqing.log;

import java.util.Map;

/**
 * What a decision looked at beside what it writes, and how far: where any of it has grown when the decision's events are to be
 * appended, they are refused, and the decision is to be taken again.
 *
 * @param known how far this process knew the log before the decision began
 * @param streams how many events it saw of each stream, 0 of one that it found absent
 * @param types position up to which it saw every stream of a type
 * @param named position up to which it saw everything that names an id
 */
public record ReadSet(long known, Map<String, Long> streams, Map<String, Long> types, Map<String, Long> named) {
    public static final ReadSet NONE = new ReadSet(Long.MAX_VALUE, Map.of(), Map.of(), Map.of());

    public ReadSet {
        streams = Map.copyOf(streams);
        types = Map.copyOf(types);
        named = Map.copyOf(named);
    }

    boolean isEmpty() {
        return streams.isEmpty() && types.isEmpty() && named.isEmpty();
    }
}
