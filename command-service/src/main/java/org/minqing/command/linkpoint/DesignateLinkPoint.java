package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Determined;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.Ids;

/**
 * Makes a village a link point 联系点 of a programme; its id follows from the two.
 *
 * @param totalHouseholds households living in the village, linked or not
 */
record DesignateLinkPoint(
        @Nullable UUID linkPointId,
        @NotNull @Ref(value = "Programme", scoped = false) UUID programmeId,
        @NotNull @DivisionCode String villageCode,
        @NotNull @Ref("Organisation") UUID organisationId,
        @Nullable @PositiveOrZero Integer totalHouseholds,
        @Nullable LocalDate occurredOn)
        implements Determined {
    /** Length of a village's divisionId. */
    private static final int VILLAGE = 12;

    @Override
    public String streamId(Situation situation) {
        return site(situation).linkPointId().toString();
    }

    Site site(Situation situation) {
        String villageId = villageId(situation);
        return new Site(Ids.linkPoint(programmeId, villageId), programmeId, organisationId, villageId);
    }

    private String villageId(Situation situation) {
        String divisionId = situation.gazetteer().divisionId(villageCode, situation.day(occurredOn));
        if (divisionId.length() != VILLAGE) {
            throw Refusal.invalid("/villageCode", "not-a-village", villageCode);
        }
        return divisionId;
    }
}
