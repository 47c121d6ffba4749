package org.minqing.command.dispute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.DisputeKind;

/**
 * Enters a dispute that became known.
 *
 * @param programmeId left out: from the village's link point, else the one programme in force there
 * @param parties two or more different persons
 * @param source where it came up: a visit, an activity, a concern, ...
 */
record RegisterDispute(
        @Nullable UUID disputeId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @DivisionCode String villageCode,
        @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid PersonInput> parties,
        @NotNull DisputeKind kind,
        @NotNull @Text(max = 4000) Sealed facts,
        @Nullable @Valid SourceInput source,
        @Nullable LocalDate occurredOn) {}
