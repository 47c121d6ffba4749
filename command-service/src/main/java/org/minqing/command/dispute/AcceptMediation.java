package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mediators take the dispute up and the parties accept mediation. */
record AcceptMediation(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable LocalDate occurredOn) {}
