package org.minqing.command.platform.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/**
 * An event never happened.
 *
 * @param following whether what relies on it is voided with it
 */
public record VoidRequest(
        UUID eventId,
        boolean following,
        Sealed reason,
        @Nullable String reasonCode) {}
