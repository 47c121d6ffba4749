package org.minqing.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a family says of its stream: its ids and the dimensions its facts are counted by. A record of the
 * family, the first component of each of its events and always called {@code of}. In JSON its components stand among those
 * of the event itself, and so do those of any other record that is declared inside the family and is no event.
 */
public interface Header {
    /** The programme it belongs to, or null for facts outside any programme. */
    default @Nullable UUID programmeId() {
        return null;
    }

    /** The organisation that answers for it. */
    default @Nullable UUID organisationId() {
        return null;
    }

    /** The divisionId (not a code) of the place it belongs to. */
    default @Nullable String divisionId() {
        return null;
    }

    /** Whose data the words written about it are, {@code household:<id>}; null: its own. */
    default @Nullable String subject() {
        return null;
    }
}
