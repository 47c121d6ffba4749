package org.minqing.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about another event of its own stream, which is why it belongs to no family. Its logical name is that of the
 * event it is about and its own: {@code Fund.DonationRecorded.Voided}. Its day and dimensions are those of that event; when
 * it was amended is told by when it was recorded.
 *
 * @param <E> the event it is about
 */
public sealed interface AmendingEvent<E extends DomainEvent> extends DomainEvent permits Voided, Corrected {
    /** Id of the event it is about. */
    UUID target();

    /** What was in force of it, whole. */
    E before();

    /** Why, in words. */
    Sealed reason();

    /** Why, as a code of the programme's own list. */
    @Nullable
    String reasonCode();

    @Override
    default LocalDate occurredOn() {
        return before().occurredOn();
    }

    @Override
    default @Nullable Header of() {
        return before().of();
    }

    @Override
    default @Nullable UUID programme() {
        return before().programme();
    }

    @Override
    default @Nullable String division() {
        return before().division();
    }

    @Override
    default @Nullable UUID organisation() {
        return before().organisation();
    }

    @Override
    default @Nullable String dataSubject() {
        return before().dataSubject();
    }
}
