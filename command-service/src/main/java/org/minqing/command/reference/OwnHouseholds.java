package org.minqing.command.reference;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.HouseholdGuard;
import org.minqing.command.platform.history.References;
import org.minqing.events.Ids;
import org.springframework.stereotype.Component;

/**
 * A cadre's own households are those the cadre is or was linked to: a visit may be entered after its household was handed
 * over. Links that were voided never were.
 */
@Component
public final class OwnHouseholds implements HouseholdGuard {
    @Override
    public boolean allows(Caller caller, UUID householdId, DecisionContext situation) {
        UUID cadreId = caller.cadreId();
        return cadreId != null && everLinked(cadreId, householdId, situation);
    }

    /** Whether the cadre is or was linked to the household. */
    public static boolean everLinked(UUID cadreId, UUID householdId, DecisionContext situation) {
        return linkPoints(householdId, situation.references()).anyMatch(point -> linked(point, householdId, cadreId));
    }

    private static Stream<LinkPointRef> linkPoints(UUID householdId, References references) {
        return linkPointIds(householdId, references).stream()
                .flatMap(id -> references.find(LinkPointRef.KIND, id).stream());
    }

    private static List<UUID> linkPointIds(UUID householdId, References references) {
        var programmes = references.all(ProgrammeRef.KIND).keySet();
        var linkPoints = references.find(HouseholdRef.KIND, householdId).stream()
                .flatMap(household -> household.homes().entries().stream())
                .map(entry -> entry.value().villageId())
                .distinct()
                .flatMap(village -> programmes.stream().map(id -> Ids.linkPoint(UUID.fromString(id), village)))
                .toList();
        references.prefetch(linkPoints.stream().map(id -> "LinkPoint-" + id).toArray(String[]::new));
        return linkPoints;
    }

    private static boolean linked(LinkPointRef point, UUID householdId, UUID cadreId) {
        return point.linksOf(householdId).values().stream()
                .anyMatch(link -> link.cadreId().equals(cadreId));
    }
}
