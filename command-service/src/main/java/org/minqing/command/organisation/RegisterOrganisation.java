package org.minqing.command.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Text;
import org.minqing.events.organisation.OrganisationKind;

/**
 * Enters an organisation with its seat.
 *
 * @param creditCode GB 32100; one whose check character is wrong is taken, for papers print it so, and shown as a finding
 */
record RegisterOrganisation(
        @Nullable UUID organisationId,
        @NotBlank @Text(max = 100) String name,
        @Nullable OrganisationKind kind,
        @NotNull @DivisionCode String divisionCode,

        @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "credit-code")
        String creditCode,

        @Nullable LocalDate occurredOn) {}
