package org.minqing.command.platform.form;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/**
 * What commands have in common, taken off before they are bound to their records; which of it a command may have, its type says.
 *
 * @param programmeId what the stream belongs to; another one is refused
 * @param organisationId what the stream belongs to; another one is refused
 * @param reason why, in words
 * @param reasonCode why, as a code of the programme's own list
 * @param occurredOn the day of what happened; left out: the log's today
 */
public record Envelope(
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @Nullable @Text(max = 1000, ofStream = true) Sealed reason,

        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {
    public static final Envelope EMPTY = new Envelope(null, null, null, null, null);
    public static final Shape.Composite SHAPE = Shape.of(Envelope.class);
}
