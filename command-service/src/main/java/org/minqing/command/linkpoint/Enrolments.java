package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;

/** The cadres who take part here: each enrolled at most once at a time. */
final class Enrolments {
    private final Map<UUID, SequencedMap<UUID, Enrolment>> byCadre = new HashMap<>();

    boolean none() {
        return byCadre.isEmpty();
    }

    /** In the order in which they were made. */
    private SequencedCollection<Enrolment> of(UUID cadreId) {
        return byCadre.getOrDefault(cadreId, new LinkedHashMap<>()).sequencedValues();
    }

    /** The enrolment of a cadre that nobody has ended. */
    Optional<Enrolment> open(UUID cadreId) {
        return of(cadreId).stream().filter(Enrolment::open).findFirst();
    }

    /** The enrolment by which a cadre may be linked from this day on; 409 {@code cadre-not-enrolled}. */
    Enrolment from(UUID cadreId, LocalDate day) {
        return open(cadreId)
                .filter(enrolment -> !day.isBefore(enrolment.beginning().day()))
                .orElseThrow(() -> notEnrolled(cadreId));
    }

    /** The enrolment with this id, or with none the open one. */
    Enrolment named(UUID cadreId, @Nullable UUID enrolmentId) {
        if (enrolmentId == null) {
            return open(cadreId).orElseThrow(() -> notEnrolled(cadreId));
        }
        return of(cadreId).stream()
                .filter(enrolment -> enrolment.id().equals(enrolmentId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Enrolment", enrolmentId));
    }

    /** The withdrawn enrolment with this id, or with none the last; 409 {@code cadre-not-withdrawn}. */
    Enrolment withdrawn(UUID cadreId, @Nullable UUID enrolmentId) {
        return of(cadreId).reversed().stream()
                .filter(enrolment -> enrolmentId == null || enrolment.id().equals(enrolmentId))
                .findFirst()
                .filter(enrolment -> !enrolment.open())
                .orElseThrow(() -> Refusal.conflict("cadre-not-withdrawn", cadreId));
    }

    /** StepList of one cadre never go backwards. */
    void refuseBackwards(UUID cadreId, LocalDate day) {
        of(cadreId).stream()
                .map(Enrolment::lastDay)
                .filter(day::isBefore)
                .max(LocalDate::compareTo)
                .ifPresent(last -> {
                    throw Refusal.outOfOrder(last);
                });
    }

    /** A withdrawal stands once the cadre was enrolled anew. */
    void refuseSecond(Enrolment goingOn) {
        if (!of(goingOn.cadreId()).getLast().id().equals(goingOn.id())) {
            throw Refusal.conflict("cadre-already-enrolled", goingOn.cadreId());
        }
    }

    /** A link goes on only while the enrolment it was made by does. */
    void refuseWithdrawn(UUID cadreId, UUID enrolmentId) {
        if (!named(cadreId, enrolmentId).open()) {
            throw notEnrolled(cadreId);
        }
    }

    private static Refusal notEnrolled(UUID cadreId) {
        return Refusal.conflict("cadre-not-enrolled", cadreId);
    }

    void add(Enrolment enrolment) {
        byCadre.computeIfAbsent(enrolment.cadreId(), id -> new LinkedHashMap<>())
                .put(enrolment.id(), enrolment);
    }

    void change(UUID cadreId, UUID enrolmentId, UnaryOperator<Enrolment> change) {
        byCadre.computeIfPresent(cadreId, (id, enrolments) -> {
            enrolments.computeIfPresent(enrolmentId, (same, enrolment) -> change.apply(enrolment));
            return enrolments;
        });
    }

    void remove(UUID cadreId, UUID enrolmentId) {
        byCadre.computeIfPresent(cadreId, (id, enrolments) -> {
            enrolments.remove(enrolmentId);
            return enrolments.isEmpty() ? null : enrolments;
        });
    }
}
