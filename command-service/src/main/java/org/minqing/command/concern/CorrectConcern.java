package org.minqing.command.concern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernKind;

/**
 * The concern was otherwise than written down. What is left out stays as it is; a wrong day, village or household is a void
 * and a new concern.
 *
 * @param occurredOn left out, or the day it was raised
 */
record CorrectConcern(
        @NotNull UUID concernId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable ConcernKind kind,
        @Nullable @Size(max = 100) List<@NotNull @Min(1) @Max(999) Integer> groups,
        @Nullable @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable @Valid SourceInput source,

        @Nullable @Text(max = 4000, by = WhoseConcern.class) Sealed text,

        @NotNull @Text(max = 1000, by = WhoseConcern.class) Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
