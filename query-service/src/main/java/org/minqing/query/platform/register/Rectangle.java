package org.minqing.query.platform.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state from one day to another (excluded; null: for ever), known from one position to another (excluded; null: still).
 *
 * @param firstPosition position of the entity's first event
 */
public record Rectangle(
        String type,
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        long knownFrom,
        @Nullable Long knownTo,
        long firstPosition,
        Tile tile) {

    Rectangle knownUntil(long position) {
        if (knownTo != null || position <= knownFrom) {
            throw new IllegalStateException("a rectangle is closed once, after it was opened: " + type + " " + id
                    + " of " + knownFrom + " at " + position);
        }
        return new Rectangle(type, id, from, to, knownFrom, position, firstPosition, tile);
    }
}
