package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;

/**
 * The households to be linked. One may be admitted again from an earlier day than before, and is one household all the
 * same: late news of an earlier day never waits for a void.
 */
final class Admissions {
    private final Map<UUID, List<Admission>> byHousehold = new HashMap<>();

    boolean none() {
        return byHousehold.isEmpty();
    }

    private List<Admission> of(UUID householdId) {
        return byHousehold.getOrDefault(householdId, List.of());
    }

    private Stream<Step<HouseholdDismissed>> dismissals(UUID householdId) {
        return of(householdId).stream().map(Admission::dismissal).filter(Objects::nonNull);
    }

    /** The admission by which a household is to be linked on the day. */
    Optional<Admission> on(UUID householdId, LocalDate day) {
        return of(householdId).stream().filter(admission -> admission.on(day)).findFirst();
    }

    /** The admissions that a dismissal on the day ends; 409 {@code household-not-admitted} where there never was one. */
    List<Admission> endingOn(UUID householdId, LocalDate day) {
        List<Admission> ending = of(householdId).stream()
                .filter(admission -> admission.open() && admission.on(day))
                .toList();
        if (ending.isEmpty() && dismissals(householdId).findAny().isEmpty()) {
            throw notAdmitted(householdId);
        }
        return ending;
    }

    /** Once dismissed, a household comes back from that day on and not from an earlier one. */
    void refuseBackwards(UUID householdId, LocalDate day) {
        dismissals(householdId)
                .map(Step::day)
                .filter(day::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(last -> {
                    throw Refusal.outOfOrder(last);
                });
    }

    /** A link goes on only while the admission it was made by does. */
    void refuseDismissed(UUID householdId, UUID admissionId) {
        if (!named(householdId, admissionId).open()) {
            throw Refusal.conflict("household-dismissed", householdId);
        }
    }

    /** The admission with this id, or with none the last made; 409 {@code household-not-admitted}. */
    Admission named(UUID householdId, @Nullable UUID admissionId) {
        return of(householdId).reversed().stream()
                .filter(admission -> admissionId == null || admission.id().equals(admissionId))
                .findFirst()
                .orElseThrow(() -> notAdmitted(householdId));
    }

    /** The dismissal of this admission, or with none named all of the last day; 409 {@code household-not-dismissed}. */
    List<Step<HouseholdDismissed>> dismissals(UUID householdId, @Nullable UUID admissionId) {
        List<Step<HouseholdDismissed>> named = dismissals(householdId)
                .filter(step ->
                        admissionId == null || step.event().admissionId().equals(admissionId))
                .toList();
        LocalDate last = named.stream()
                .map(Step::day)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> Refusal.conflict("household-not-dismissed", householdId));
        return named.reversed().stream().filter(step -> step.day().equals(last)).toList();
    }

    private static Refusal notAdmitted(UUID householdId) {
        return Refusal.conflict("household-not-admitted", householdId);
    }

    void add(Admission admission) {
        byHousehold
                .computeIfAbsent(admission.householdId(), id -> new ArrayList<>())
                .add(admission);
    }

    void change(UUID householdId, UUID admissionId, UnaryOperator<Admission> change) {
        byHousehold.computeIfPresent(householdId, (id, admissions) -> {
            admissions.replaceAll(
                    admission -> admission.id().equals(admissionId) ? change.apply(admission) : admission);
            return admissions;
        });
    }

    void remove(UUID householdId, UUID admissionId) {
        byHousehold.computeIfPresent(householdId, (id, admissions) -> {
            admissions.removeIf(admission -> admission.id().equals(admissionId));
            return admissions.isEmpty() ? null : admissions;
        });
    }
}
