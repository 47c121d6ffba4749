package org.minqing.query.platform.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it stands on a day, as known at a position.
 *
 * @param state JSON
 * @param label JSON
 */
public record Item(
        String id,
        long firstPosition,
        boolean voided,
        String state,
        @Nullable String label,
        @Nullable String status,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID household,
        List<UUID> cadres) {
    /** The status of an entity that never was. */
    public static final String VOIDED = Tile.VOIDED;
}
