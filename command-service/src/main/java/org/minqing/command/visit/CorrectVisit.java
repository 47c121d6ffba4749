package org.minqing.command.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.visit.VisitKind;

/**
 * The visit was otherwise than recorded. What is left out stays as it is; a wrong day or household is a void and a new visit.
 *
 * @param occurredOn left out, or the day of the visit
 */
record CorrectVisit(
        @NotNull UUID visitId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,

        @Nullable @Size(min = 1, max = 100) @Ref(value = "Cadre", scoped = false)
        List<@NotNull UUID> cadreIds,

        @Nullable VisitKind kind,
        @Nullable UUID roundId,
        @Nullable @PositiveOrZero Integer personsMet,

        @Nullable @Text(max = 4000, by = HouseholdVisited.class)
        Sealed findings,

        @Nullable @Text(max = 4000, by = HouseholdVisited.class)
        Sealed diary,

        @NotNull @Text(max = 1000, by = HouseholdVisited.class)
        Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
