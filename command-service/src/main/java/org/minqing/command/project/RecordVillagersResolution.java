package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The villagers resolved to do it 一事一议.
 *
 * @param participants number of people who took part
 * @param inFavour number of them who were for it
 */
record RecordVillagersResolution(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Positive Integer participants,
        @Nullable @PositiveOrZero Integer inFavour,
        @Nullable @Text(max = 4000) Sealed summary,
        @Nullable LocalDate occurredOn) {}
