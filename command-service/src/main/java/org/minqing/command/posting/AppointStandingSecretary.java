package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;

/** A cadre becomes the standing secretary of a village. */
record AppointStandingSecretary(
        @Nullable UUID postingId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull @DivisionCode String villageCode,
        @Nullable LocalDate occurredOn) {}
