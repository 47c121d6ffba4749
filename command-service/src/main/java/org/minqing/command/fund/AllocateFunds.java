package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/**
 * Sets money received aside, for a purpose or a project.
 *
 * @param purpose in few words, without the name of a person: it is printed when the use of the fund is published
 */
record AllocateFunds(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable @Text(max = 100) String purpose,
        @Nullable @Ref("Project") UUID toProjectId,
        @NotNull Money money,
        @Nullable LocalDate occurredOn) {}
