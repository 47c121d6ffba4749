package org.minqing.command.document;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was handed in is good. */
record AcceptDocument(
        @NotNull UUID documentId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate occurredOn) {}
