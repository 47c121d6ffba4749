package org.minqing.command.division;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.HardshipCorrected;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.HardshipVoided;

/** The hardships declared of a division, by declaration: empty for one that was voided. */
final class Hardships {
    private final Map<UUID, Optional<Step<HardshipDeclared>>> declared = new HashMap<>();

    void take(UUID id, DivisionEvent event) {
        if (event instanceof HardshipDeclared e) {
            declared.put(e.declarationId(), Optional.of(new Step<>(id, e)));
        } else if (event instanceof HardshipCorrected e) {
            declared.put(e.after().declarationId(), Optional.of(new Step<>(e.target(), e.after())));
        } else if (event instanceof HardshipVoided e) {
            declared.put(e.before().declarationId(), Optional.empty());
        }
    }

    /** Nothing for one that stands so; 409 where one of the kind stands for the year, or the id was used. */
    Optional<HardshipDeclared> declare(String divisionId, DeclareHardship command, UUID declarationId, LocalDate day) {
        if (command.year() > day.getYear()) {
            throw Refusal.invalid("/year", "year-not-begun", day);
        }
        HardshipDeclared event = new HardshipDeclared(
                divisionId, declarationId, command.kind(), command.year(), command.severity(), day);
        HardshipDeclared standing = declared.values().stream()
                .flatMap(Optional::stream)
                .map(Step::event)
                .filter(e -> e.kind() == event.kind() && e.year() == event.year())
                .findFirst()
                .orElse(null);
        if (standing != null) {
            if (standing.severity() != event.severity()
                    || !standing.occurredOn().equals(day)) {
                throw Refusal.conflict("hardship-declared", standing.declarationId());
            }
            return Optional.empty();
        }
        if (declared.containsKey(declarationId)) {
            throw Refusal.alreadyExists("Hardship", declarationId);
        }
        return Optional.of(event);
    }

    /** Nothing for one that stands so; 404 for one never declared, 409 for one that was voided, 422 for a day not its own. */
    Optional<HardshipCorrected> correct(CorrectHardship command, Situation situation) {
        Step<HardshipDeclared> step = known(command.declarationId())
                .orElseThrow(() -> Refusal.conflict("hardship-voided", command.declarationId()));
        HardshipDeclared before = step.event();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        HardshipDeclared after = new HardshipDeclared(
                before.divisionId(), before.declarationId(), before.kind(), before.year(), command.severity(), day);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new HardshipCorrected(
                        before.divisionId(), step.id(), before, after, command.reason(), command.reasonCode(), day));
    }

    /** Nothing for one that was voided already; 404 for one never declared, 422 for a day other than its own. */
    Optional<DivisionEvent> undo(VoidHardship command, Situation situation) {
        return known(command.declarationId()).map(step -> {
            situation.dayOf(step.event().occurredOn(), command.occurredOn());
            return new Never(command.reason(), command.reasonCode())
                    .of(new Step<DivisionEvent>(step.id(), step.event()));
        });
    }

    private Optional<Step<HardshipDeclared>> known(UUID declarationId) {
        Optional<Step<HardshipDeclared>> step = declared.get(declarationId);
        if (step == null) {
            throw Refusal.notFound("Hardship", declarationId);
        }
        return step;
    }
}
