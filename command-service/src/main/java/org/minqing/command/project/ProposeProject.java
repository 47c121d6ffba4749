package org.minqing.command.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.project.ProjectKind;

/**
 * Proposes a project for a village.
 *
 * @param programmeId left out: that of the concern, else from the village's link point, else the one programme in force there
 * @param name as people call it, without the name of a person
 * @param site natural village or place within the village
 * @param concernId the concern it answers
 */
record ProposeProject(
        @Nullable UUID projectId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull ProjectKind kind,
        @NotBlank @Text(max = 100) String name,
        @NotNull @DivisionCode String villageCode,
        @Nullable @Text(max = 100) String site,
        @Nullable @Ref("Concern") UUID concernId,
        @Nullable LocalDate occurredOn) {}
