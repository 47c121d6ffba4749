package org.minqing.command.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Determined;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.Text;
import org.minqing.command.reference.Village;
import org.minqing.events.Ids;

/**
 * Opens a fund for one earmark, of one organisation in one programme, for one village or for none. There is one such fund.
 *
 * @param earmark what its money is for, and for nothing else
 */
record OpenFund(
        @NotNull @Ref(value = "Programme", scoped = false) UUID programmeId,
        @NotNull @Ref("Organisation") UUID organisationId,
        @NotBlank @Text(max = 50) String earmark,
        @Nullable @DivisionCode String villageCode,
        @Nullable LocalDate occurredOn)
        implements Determined {

    OpenFund {
        earmark = earmark == null ? null : earmark.strip();
    }

    @Override
    public String streamId(Situation situation) {
        return Ids.fund(programmeId, organisationId, villageId(situation), earmark)
                .toString();
    }

    /** The divisionId of its village, if it is for one. */
    @Nullable
    String villageId(Situation situation) {
        return villageCode == null ? null : Village.id(situation, villageCode, situation.day(occurredOn));
    }
}
