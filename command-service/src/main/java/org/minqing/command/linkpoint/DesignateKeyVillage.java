package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the village of a link point a key village 重点村 of the programme. */
record DesignateKeyVillage(
        @NotNull UUID linkPointId, @Nullable LocalDate occurredOn) {}
