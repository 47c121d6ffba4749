package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;

/** What of a fact decides how its key is counted. */
public record KeyedFact(
        long position,
        LocalDate validOn,
        @Nullable UUID programme,
        @Nullable String division,
        @Nullable String kind,
        BigDecimal quantity,
        Qualifier qualifier) {

    public static KeyedFact of(FactRow row) {
        return new KeyedFact(
                row.position(),
                row.fact().validOn(),
                row.fact().place().programme(),
                row.fact().place().division(),
                row.fact().kind(),
                row.fact().quantity(),
                row.fact().amount().qualifier());
    }

    boolean under(String place) {
        return division != null && division.startsWith(place);
    }
}
