package org.minqing.query.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;

/**
 * A posting 驻村选派 on a day.
 *
 * @param to first day on which it is over
 */
record PostingState(
        UUID postingId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        PostingKind kind,
        UUID cadreId,
        List<InstructorRole> roles,
        LocalDate from,
        @Nullable LocalDate to,
        Status status) {

    enum Status {
        POSTED,
        ENDED
    }

    static PostingState evolve(@Nullable PostingState state, PostingEvent event) {
        return switch (event) {
            case PostingBegun e ->
                new PostingState(
                        e.postingId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        e.kind(),
                        e.cadreId(),
                        e.roles(),
                        e.occurredOn(),
                        null,
                        Status.POSTED);
            case PostingEnded e -> Objects.requireNonNull(state).until(e.occurredOn());
            default -> Objects.requireNonNull(state);
        };
    }

    private PostingState until(LocalDate day) {
        return new PostingState(
                postingId, programmeId, organisationId, villageId, kind, cadreId, roles, from, day, Status.ENDED);
    }
}
