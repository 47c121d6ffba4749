package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.posting.PostingKind;

/** A cadre becomes the standing secretary of a village. */
record AppointStandingSecretary(
        @Nullable UUID postingId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull @DivisionCode String villageCode,
        @Nullable LocalDate occurredOn)
        implements Beginning {
    @Override
    public PostingKind as() {
        return PostingKind.STANDING_SECRETARY;
    }
}
