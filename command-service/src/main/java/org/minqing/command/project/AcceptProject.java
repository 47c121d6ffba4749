package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/**
 * The work was looked at and found good 验收.
 *
 * @param documentNo of the certificate
 */
record AcceptProject(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {}
