package org.minqing.command.activity;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * The minutes of an activity that was held. What was filed wrongly is voided and filed anew.
 *
 * @param attachmentId the paper itself
 */
record FileMinutes(
        @NotNull UUID activityId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull @Text(max = 20_000) Sealed minutes,
        @Nullable @Ref("Attachment") UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
