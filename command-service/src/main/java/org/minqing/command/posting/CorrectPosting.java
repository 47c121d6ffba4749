package org.minqing.command.posting;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.PostingBegun;

/**
 * An instructor has other roles or another security than entered. What is left out stays as it is; another cadre, village,
 * organisation or day is a void and a new posting.
 *
 * @param roles all of them
 * @param security allowance and insurance together
 * @param occurredOn left out, or the first day of the posting
 */
record CorrectPosting(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Size(min = 1) List<@NotNull InstructorRole> roles,
        @Nullable @Valid SecurityInput security,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {
    PostingBegun after(PostingBegun before) {
        return new PostingBegun(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.kind(),
                before.cadreId(),
                requireNonNullElse(roles, before.roles()),
                security == null ? before.security() : security.security(),
                before.officeId(),
                before.taskCode(),
                before.occurredOn());
    }
}
