package org.minqing.command.document;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** What was handed in is not good enough and is owed again. */
record SendBackDocument(
        @NotNull UUID documentId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
