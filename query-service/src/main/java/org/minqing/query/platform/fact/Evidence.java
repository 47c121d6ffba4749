package org.minqing.query.platform.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;

/**
 * One fact behind a figure, with all that is needed to compute the figure again.
 *
 * @param key what is counted, where the measure has a key
 * @param authority what the event rests on, as was said when it was entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "position",
    "ordinal",
    "eventId",
    "type",
    "validOn",
    "quantity",
    "unit",
    "qualifier",
    "key",
    "subject"
})
public record Evidence(
        long position,
        int ordinal,
        UUID eventId,
        String type,
        LocalDate validOn,
        BigDecimal quantity,
        String unit,
        Qualifier qualifier,
        @Nullable String key,
        @Nullable UUID programme,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        @Nullable UUID household,
        @Nullable String task,
        @Nullable String kind,
        String subject,
        @Nullable String authority) {}
