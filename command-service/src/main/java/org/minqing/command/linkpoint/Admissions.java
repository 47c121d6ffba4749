package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;

/**
 * The households to be linked. One may be admitted again from an earlier day than before, and is one household all the
 * same: late news of an earlier day never waits for a void.
 */
final class Admissions {
    private final Map<UUID, List<Step<HouseholdAdmitted>>> byHousehold = new HashMap<>();

    boolean none() {
        return byHousehold.isEmpty();
    }

    private List<Step<HouseholdAdmitted>> of(UUID householdId) {
        return byHousehold.getOrDefault(householdId, List.of());
    }

    /** The admission by which a household is to be linked on the day. */
    Optional<Step<HouseholdAdmitted>> on(UUID householdId, LocalDate day) {
        return of(householdId).stream()
                .filter(admission -> !admission.day().isAfter(day))
                .findFirst();
    }

    /** The admission with this id, or with none the last made; 409 {@code household-not-admitted}. */
    Step<HouseholdAdmitted> named(UUID householdId, @Nullable UUID admissionId) {
        return of(householdId).reversed().stream()
                .filter(admission -> admissionId == null || admission.id().equals(admissionId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("household-not-admitted", householdId));
    }

    void add(Step<HouseholdAdmitted> admission) {
        byHousehold
                .computeIfAbsent(admission.event().householdId(), id -> new ArrayList<>())
                .add(admission);
    }

    void remove(UUID householdId, UUID admissionId) {
        byHousehold.computeIfPresent(householdId, (id, steps) -> {
            steps.removeIf(step -> step.event().admissionId().equals(admissionId));
            return steps.isEmpty() ? null : steps;
        });
    }
}
