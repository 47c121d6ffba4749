package org.minqing.command.posting;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;

/**
 * The attendance of a month was otherwise than recorded. What is left out stays as it is; another month or day of signature is
 * a void and a new record.
 *
 * @param month the month that was recorded
 * @param signedBy who vouches for it
 * @param occurredOn left out, or the day of the signature
 */
record CorrectAttendance(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull YearMonth month,
        @Nullable @Min(0) @Max(31) Integer days,
        @Nullable @Text(max = 100) Sealed signedBy,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {
    AttendanceRecorded after(AttendanceRecorded before) {
        return new AttendanceRecorded(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.cadreId(),
                before.month(),
                requireNonNullElse(days, before.days()),
                requireNonNullElse(signedBy, before.signedBy()),
                before.occurredOn());
    }
}
