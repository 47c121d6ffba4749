package org.minqing.command.dispute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Somebody went to see the parties again 回访. */
record RecordReturnVisit(
        @NotNull UUID disputeId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Size(max = 100) @Ref(value = "Cadre", scoped = false)
        List<@NotNull UUID> cadreIds,

        @Nullable @Text(max = 4000) Sealed findings,
        @Nullable LocalDate occurredOn) {}
