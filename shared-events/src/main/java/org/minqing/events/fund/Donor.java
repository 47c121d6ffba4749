package org.minqing.events.fund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/**
 * Somebody who gives of their own will.
 *
 * @param id without a name the cadre or the registered organisation, with a name whose key it is under; none for a donor
 *     who wished not to be named
 * @param name sealed under {@code person:<id>}
 */
public record Donor(
        DonorKind kind, @Nullable UUID id, @Nullable Sealed name) {}
