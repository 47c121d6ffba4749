package org.minqing.command.household;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Takes a member, but never the head, out of a household: died, married out, moved away.
 *
 * @param memberId the member's personId
 */
record RemoveHouseholdMember(
        @NotNull UUID householdId,
        @NotNull UUID memberId,
        @Nullable @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
