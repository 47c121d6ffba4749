package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.project.ProjectKind;

/**
 * The project is another than proposed. What is left out stays as it is; a project of another village, programme or organisation,
 * or of another day, is a void and a new one.
 *
 * @param occurredOn left out, or the day it was proposed
 */
record CorrectProject(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable ProjectKind kind,
        @Nullable @Text(max = 100) String name,
        @Nullable @Text(max = 100) String site,
        @Nullable @Ref("Concern") UUID concernId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
