package org.minqing.command.platform.decision;

import java.util.UUID;
import org.minqing.command.platform.history.References;

/** Says where an organisation works: what belongs to no organisation is within reach of whoever is narrowed to it there alone. */
@FunctionalInterface
public interface Territory {
    boolean holds(UUID organisationId, String divisionId, References references);
}
