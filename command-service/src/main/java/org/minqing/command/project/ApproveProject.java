package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/** The project is approved. */
record ApproveProject(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {}
