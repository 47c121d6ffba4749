package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.QuantityInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.project.ProjectItem;

/**
 * It is so much, or of another unit, than was measured.
 *
 * @param quantityId id of the event that measured it; left out: the one quantity of that item
 * @param to what it is, whole
 * @param occurredOn left out, or the day it was measured
 */
record CorrectQuantity(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID quantityId,
        @NotNull ProjectItem item,
        @NotNull @Valid QuantityInput to,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
