package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.Qualifier;

/**
 * What a position changes in how a key is counted at a place: {@code quantity} more from a day on.
 *
 * @param programme {@link #NONE}, {@link #ALL}, or one
 * @param anchor {@link LocalDate#MIN}: without days of its own
 */
public record StockRow(
        long position,
        String measure,
        String key,
        String place,
        UUID programme,
        LocalDate anchor,
        String part,
        Qualifier qualifier,
        LocalDate validOn,
        BigDecimal quantity) {
    /** Of no programme, and so of every one. */
    public static final UUID NONE = new UUID(0, 0);
    /** Only where all programmes are asked together. */
    public static final UUID ALL = new UUID(-1, -1);
}
