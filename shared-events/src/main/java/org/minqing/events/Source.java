package org.minqing.events;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter came up: another stream, or an entity inside one.
 *
 * @param type {@code Visit}, {@code Activity}, {@code Concern}, ...
 * @param id its id
 */
public record Source(String type, String id) {
    /** Those there are of streams of one type. */
    public static Stream<Source> each(String type, @Nullable UUID... ids) {
        return Stream.of(ids).filter(Objects::nonNull).map(id -> new Source(type, id.toString()));
    }

    /** Streams of one type. */
    public static Stream<Source> each(String type, List<UUID> ids) {
        return ids.stream().map(id -> new Source(type, id.toString()));
    }
}
