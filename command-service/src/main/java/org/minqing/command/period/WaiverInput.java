package org.minqing.command.period;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.period.Waiver;

/** A waiver in a command: of a finding or of a rule. */
record WaiverInput(
        @Nullable UUID findingId,
        @Nullable @Size(min = 1) @Text(max = 20) String rule,
        @NotNull @Text(max = 1000) Sealed reason) {
    Waiver waiver() {
        return new Waiver(findingId, rule, reason);
    }
}
