package org.minqing.events.posting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/** The story of one posting to a village 驻村选派. */
public sealed interface PostingEvent extends DomainEvent {
    /**
     * Which posting, and where.
     *
     * @param organisationId the organisation the posting is counted to
     * @param villageId divisionId of the village
     */
    record Assignment(UUID postingId, UUID programmeId, UUID organisationId, String villageId) implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    @Override
    Assignment of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case PostingBegun e -> Source.each("Cadre", e.cadreId).toList();
            case PostingEnded e -> List.of();
            case InstructorRecalled e -> List.of();
            case AttendanceRecorded e -> Source.each("Cadre", e.cadreId).toList();
            case InstructorAssessed e -> List.of();
        };
    }

    /**
     * From this day on the cadre is posted to the village.
     *
     * @param roles of an instructor, none twice; of others none
     * @param security of an instructor
     */
    record PostingBegun(
            Assignment of,
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

    /** From this day on the cadre is no longer posted there. */
    record PostingEnded(
            Assignment of,
            PostingKind kind,
            UUID cadreId,
            @Nullable String taskCode,
            LocalDate occurredOn) implements PostingEvent {}

    /** From this day on the instructor is called back, for a reason. */
    record InstructorRecalled(
            Assignment of,
            PostingKind kind,
            UUID cadreId,
            @Nullable String taskCode,
            Sealed reason,
            LocalDate occurredOn)
            implements PostingEvent {}

    /**
     * So many days of a month the cadre was in the village.
     *
     * @param month {@code 2012-03}
     * @param signedBy who vouches for it
     * @param occurredOn day of the signature
     */
    record AttendanceRecorded(
            Assignment of, UUID cadreId, String month, int days, Sealed signedBy, LocalDate occurredOn)
            implements PostingEvent {
        /** Who was there on so many days of a month served at least that long into it. */
        @Override
        public LocalDate requiredUntil() {
            return YearMonth.parse(month).atDay(Math.max(1, days));
        }
    }

    /** The instructor was assessed on this day. */
    record InstructorAssessed(Assignment of, UUID cadreId, AssessmentGrade grade, LocalDate occurredOn)
            implements PostingEvent {}
}
