package org.minqing.query.division;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;

/** A hardship 灾情 that a division suffered in a year. */
record HardshipState(
        UUID declarationId,
        String divisionId,
        HardshipKind kind,
        int year,
        @Nullable HardshipSeverity severity,
        LocalDate declaredOn) {
    static HardshipState of(HardshipDeclared e) {
        return new HardshipState(
                e.declarationId(), e.of().divisionId(), e.kind(), e.year(), e.severity(), e.occurredOn());
    }
}
