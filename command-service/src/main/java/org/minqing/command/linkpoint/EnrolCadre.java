package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/** Lets a cadre take part at a link point: only enrolled cadres are linked to households. */
record EnrolCadre(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable LocalDate occurredOn) {}
