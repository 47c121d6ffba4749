package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProgrammeGuard;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.programme.ProgrammeEvent;
import org.springframework.stereotype.Component;

/**
 * From the launch of a programme to its end, both days included; what looks back at it comes after its end too. The
 * programme's own stream judges itself.
 */
@Component
public final class ProgrammeTerm implements ProgrammeGuard {
    @Override
    public void check(DomainEvent event, DecisionContext situation) {
        UUID programmeId = event.programme();
        if (programmeId != null && !(event instanceof ProgrammeEvent)) {
            LocalDate day = event.occurredOn();
            situation
                    .references()
                    .find(ProgrammeRef.KIND, programmeId)
                    .filter(programme -> event.looksBack() ? programme.liesAheadOn(day) : !programme.inForceOn(day))
                    .ifPresent(outside -> {
                        throw Refusal.conflict("programme-not-in-force", programmeId, day);
                    });
        }
    }
}
