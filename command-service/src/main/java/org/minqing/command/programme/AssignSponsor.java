package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;

/**
 * Makes a leader the sponsor of a township or village 包乡、包村, in place of the one before.
 *
 * @param divisionId of the township or village, or any of its codes
 */
record AssignSponsor(
        @NotNull UUID programmeId,
        @NotNull @DivisionCode String divisionId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable LocalDate occurredOn) {
    private static final Set<Integer> TOWNSHIP_OR_VILLAGE = Set.of(9, 12);

    /** The divisionId of the place; 422 where it is none that can have a sponsor. */
    String place(Situation situation, String programmeDivision, LocalDate day) {
        String place = situation.gazetteer().divisionId(divisionId, day);
        if (!TOWNSHIP_OR_VILLAGE.contains(place.length())) {
            throw Refusal.invalid("/divisionId", "not-a-township-or-village", divisionId);
        }
        if (!place.startsWith(programmeDivision)) {
            throw Refusal.invalid("/divisionId", "outside-the-programme", divisionId, programmeDivision);
        }
        return place;
    }
}
