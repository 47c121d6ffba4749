package org.minqing.command.posting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;

/** A cadre is seconded to a village as its instructor. */
record SecondInstructor(
        @Nullable UUID postingId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull @DivisionCode String villageCode,
        @NotEmpty List<@NotNull InstructorRole> roles,
        @Nullable @Valid SecurityInput security,
        @Nullable LocalDate occurredOn)
        implements Beginning {
    @Override
    public PostingKind as() {
        return PostingKind.INSTRUCTOR;
    }

    @Override
    public @Nullable Security given() {
        return security == null ? null : security.security();
    }
}
