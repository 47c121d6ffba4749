package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that the village never was made a key village so.
 *
 * @param occurredOn if given, the day of what is voided
 */
record VoidKeyVillage(
        @NotNull UUID linkPointId,
        @NotNull @Text(max = 2000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Undo {}
