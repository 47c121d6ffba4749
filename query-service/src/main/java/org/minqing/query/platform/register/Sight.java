package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks an asker may see and asks for, as of a day, as known at a position.
 *
 * @param scope divisionId the asker may see, there and below
 * @param scopeOrganisation the organisation the asker may see
 * @param division divisionId, there and below
 * @param organisation whose task it is
 * @param cadres all of them
 * @param overdue only those
 */
public record Sight(
        LocalDate asOf,
        long knownAt,
        String scope,
        @Nullable UUID scopeOrganisation,
        @Nullable String division,
        @Nullable UUID programme,
        @Nullable UUID organisation,
        List<UUID> cadres,
        @Nullable UUID household,
        @Nullable String kind,
        boolean overdue) {
    public Sight {
        cadres = List.copyOf(cadres);
    }
}
