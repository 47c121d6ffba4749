package org.minqing.command.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/** Adds an office 委室 to an organisation; its id is that of the event. */
record AddOffice(
        @NotNull UUID organisationId,
        @NotBlank @Text(max = 100) String name,
        @Nullable LocalDate occurredOn) {}
