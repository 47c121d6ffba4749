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
 * @param claims what it looked for to be the only one that enters it, such as a household's number in its village, and the position
 *     up to which it looked: of two that claim the same, the later is refused unless it saw what the earlier entered
 */
public record ReadSet(
        long known,
        Map<String, Long> streams,
        Map<String, Long> types,
        Map<String, Long> named,
        Map<String, Long> claims) {
    /** Among {@code types}: whatever there is, looked at through the read side. The log does not judge it. */
    public static final String ANYTHING = "*";

    public static final ReadSet NONE = new ReadSet(Long.MAX_VALUE, Map.of(), Map.of(), Map.of());

    public ReadSet {
        streams = Map.copyOf(streams);
        types = Map.copyOf(types);
        named = Map.copyOf(named);
        claims = Map.copyOf(claims);
    }

    /** Where nothing is claimed. */
    public ReadSet(long known, Map<String, Long> streams, Map<String, Long> types, Map<String, Long> named) {
        this(known, streams, types, named, Map.of());
    }

    boolean isEmpty() {
        return streams.isEmpty() && types.isEmpty() && named.isEmpty() && claims.isEmpty();
    }

    /** Whether it rests on a stream, so that it may come out otherwise when that has grown. */
    public boolean restsOn(String stream) {
        return streams.containsKey(stream)
                || types.containsKey(stream.substring(0, stream.indexOf('-')))
                || types.containsKey(ANYTHING)
                || !named.isEmpty();
    }

    /** Whether both claim something. */
    public boolean contends(ReadSet other) {
        return !claims.isEmpty() && claims.keySet().stream().anyMatch(other.claims::containsKey);
    }
}
