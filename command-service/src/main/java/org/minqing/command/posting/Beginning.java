package org.minqing.command.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;

/** What the commands that begin a posting have in common. */
interface Beginning {
    @Nullable
    UUID postingId();

    @Nullable
    UUID programmeId();

    @Nullable
    UUID organisationId();

    @Nullable
    UUID officeId();

    @Nullable
    String taskCode();

    UUID cadreId();

    String villageCode();

    @Nullable
    LocalDate occurredOn();

    PostingKind as();

    default List<InstructorRole> roles() {
        return List.of();
    }

    default @Nullable Security given() {
        return null;
    }
}
