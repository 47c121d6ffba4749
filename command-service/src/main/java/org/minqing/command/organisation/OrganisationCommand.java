package org.minqing.command.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.Text;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationKind;

/** What may be done about an organisation. */
sealed interface OrganisationCommand {
    /**
     * Enters an organisation with its seat.
     *
     * @param creditCode GB 32100; one whose check character is wrong is taken, for papers print it so, and shown as a finding
     */
    @MadeEvents(value = OrganisationEvent.OrganisationRegistered.class, begins = true)
    record RegisterOrganisation(
            @Nullable UUID organisationId,
            @NotBlank @Text(max = 100) String name,
            @Nullable OrganisationKind kind,
            @NotNull @DivisionCode String divisionCode,

            @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "credit-code")
            String creditCode)
            implements OrganisationCommand {}

    /** Adds an office 委室 to an organisation; its id is that of the event. */
    @MadeEvents(OrganisationEvent.OfficeAdded.class)
    record AddOffice(
            @NotNull UUID organisationId,
            @NotBlank @Text(max = 100) String name) implements OrganisationCommand {}
}
