package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ReferenceGuard;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.Source;
import org.minqing.events.programme.ProgrammeEvent;
import org.springframework.stereotype.Component;

/**
 * What an event requires holds on its day. A programme is in force from its launch to its end, both days included; what looks
 * back at it comes after its end too, and its own stream judges itself. Of all else, from its first day to its last.
 */
@Component
public final class Requirements implements ReferenceGuard {
    private static final Map<String, String> CODES = Map.of(
            "Cadre", "cadre-not-in-service",
            "Household", "household-not-in-force",
            "Project", "project-not-in-force");

    /** What was there before it was stored. */
    private static final String FILE = "Attachment";

    @Override
    public void check(DomainEvent event, DecisionContext situation) {
        checkProgramme(event, situation);
        for (Source required : event.requires()) {
            boolean holds = situation
                    .references()
                    .find(Term.of(required.type()), required.id())
                    .filter(term -> term.begunBy(event.occurredOn()) && term.lastsUntil(event.requiredUntil()))
                    .isPresent();
            if (!holds) {
                String code = CODES.get(required.type());
                throw code == null
                        ? notInForce(required, event)
                        : Refusal.conflict(code, required.id(), event.requiredUntil());
            }
        }
        for (Source required : event.requiresBegun()) {
            boolean ahead = !FILE.equals(required.type())
                    && situation
                            .references()
                            .find(Term.of(required.type()), required.id())
                            .filter(term -> term.first() != null && !term.begunBy(event.occurredOn()))
                            .isPresent();
            if (ahead) {
                throw notInForce(required, event);
            }
        }
    }

    private static Refusal notInForce(Source required, DomainEvent event) {
        return Refusal.conflict("source-not-in-force", required.type(), required.id(), event.occurredOn());
    }

    private static void checkProgramme(DomainEvent event, DecisionContext situation) {
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
