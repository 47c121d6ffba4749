package org.minqing.command.posting;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.events.posting.InstructorRole;

/** A cadre is seconded to a village as its instructor. */
record SecondInstructor(
        @Nullable UUID postingId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull @DivisionCode String villageCode,
        @NotEmpty List<@NotNull InstructorRole> roles,
        @Nullable LocalDate occurredOn) {}
