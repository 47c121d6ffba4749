package org.minqing.events.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one posting to a village 驻村选派. */
public sealed interface PostingEvent extends DomainEvent {
    UUID postingId();

    UUID programmeId();

    /** The organisation the posting is counted to. */
    UUID organisationId();

    /** divisionId of the village. */
    String villageId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * From this day on the cadre is posted to the village.
     *
     * @param roles of an instructor, none twice; of others none
     * @param security of an instructor
     */
    record PostingBegun(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            PostingKind kind,
            UUID cadreId,
            List<InstructorRole> roles,
            @Nullable Security security,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            LocalDate occurredOn)
            implements PostingEvent {
        public PostingBegun {
            roles = List.copyOf(roles);
        }
    }

    /** The roles or the security of the posting were otherwise than entered. */
    record PostingCorrected(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            PostingBegun before,
            PostingBegun after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Corrects<PostingBegun> {}

    /** The cadre was never posted there so. */
    record PostingVoided(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            PostingBegun before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Voids<PostingBegun> {}

    /** From this day on the cadre is no longer posted there. */
    record PostingEnded(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            PostingKind kind,
            UUID cadreId,
            @Nullable String taskCode,
            LocalDate occurredOn)
            implements PostingEvent {}

    /** The posting never ended so. */
    record PostingEndVoided(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            PostingEnded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Voids<PostingEnded> {}

    /** From this day on the instructor is called back, for a reason. */
    record InstructorRecalled(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            PostingKind kind,
            UUID cadreId,
            @Nullable String taskCode,
            Sealed reason,
            LocalDate occurredOn)
            implements PostingEvent {}

    /** The instructor was never called back so. */
    record InstructorRecallVoided(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InstructorRecalled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Voids<InstructorRecalled> {}

    /**
     * So many days of a month the cadre was in the village.
     *
     * @param month {@code 2012-03}
     * @param signedBy who vouches for it
     * @param occurredOn day of the signature
     */
    record AttendanceRecorded(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID cadreId,
            String month,
            int days,
            Sealed signedBy,
            LocalDate occurredOn)
            implements PostingEvent {}

    /** The cadre was in the village for another number of days, or somebody else vouches for it. */
    record AttendanceCorrected(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            AttendanceRecorded before,
            AttendanceRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Corrects<AttendanceRecorded> {}

    /** The attendance was never so. */
    record AttendanceVoided(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            AttendanceRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Voids<AttendanceRecorded> {}

    /** The instructor was assessed on this day. */
    record InstructorAssessed(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID cadreId,
            AssessmentGrade grade,
            LocalDate occurredOn)
            implements PostingEvent {}

    /** The instructor was given another grade on that day. */
    record AssessmentCorrected(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InstructorAssessed before,
            InstructorAssessed after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Corrects<InstructorAssessed> {}

    /** The instructor was never assessed so. */
    record AssessmentVoided(
            UUID postingId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            InstructorAssessed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements PostingEvent, Voids<InstructorAssessed> {}
}
