package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entities of a type, as of a day, as known at a position.
 *
 * @param scope divisionId the asker may see, there and below
 * @param scopeOrganisation the organisation the asker may see
 * @param division divisionId, there and below
 * @param ids only these, or all
 */
public record Filter(
        String type,
        LocalDate asOf,
        long knownAt,
        String scope,
        @Nullable UUID scopeOrganisation,
        @Nullable String division,
        @Nullable UUID programme,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        @Nullable UUID household,
        @Nullable String status,
        @Nullable String kind,
        @Nullable List<String> ids) {
    /** Those of these ids that lie in the scope. */
    public static Filter among(String type, LocalDate asOf, long knownAt, String scope, List<String> ids) {
        return new Filter(type, asOf, knownAt, scope, null, null, null, null, null, null, null, null, ids);
    }
}
