package org.minqing.events.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.rectification.Aspect;

/** The story of an inspection 督查: opened by a warrant, a sample drawn, findings recorded, closed. */
public sealed interface InspectionEvent extends DomainEvent {
    /**
     * What is looked at.
     *
     * @param programmeId the programme; null: every one. Of a finding of such an inspection: the one in force at the owner's seat
     * @param divisionId of what is inspected, with everything below it
     */
    record Scope(UUID inspectionId, @Nullable UUID programmeId, String divisionId) implements Header {}

    @Override
    Scope of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case FindingRecorded e -> Source.each("Cadre", e.ownerCadreId).toList();
            case InspectionOpened e -> List.of();
            case SampleDrawn e -> List.of();
            case InspectionClosed e -> List.of();
        };
    }

    @Override
    default boolean looksBack() {
        return true;
    }

    /**
     * An inspection began.
     *
     * @param warrant number of the document that orders it
     * @param cutOff position of the log up to which the work is looked at
     */
    record InspectionOpened(Scope of, String warrant, long cutOff, LocalDate occurredOn) implements InspectionEvent {}

    /**
     * A sample was drawn from the households admitted at the cut-off; whoever asks the read side there can draw it again.
     *
     * @param position at which the read side was asked, the inspection's cut-off
     * @param asOf day of the world for which it was asked
     * @param frameSize how many households it was drawn from
     * @param frameSha256 of their ids in order, each on a line of its own, in hexadecimal digits
     * @param householdIds as drawn, the first drawn first
     */
    record SampleDrawn(
            Scope of,
            long position,
            LocalDate asOf,
            int frameSize,
            String frameSha256,
            String seed,
            int size,
            List<UUID> householdIds,
            LocalDate occurredOn)
            implements InspectionEvent {
        public SampleDrawn {
            householdIds = List.copyOf(householdIds);
        }
    }

    /**
     * Something was found that is to be put right.
     *
     * @param rectificationId of the rectification that follows from it
     * @param about what it was found about
     * @param ownerOrganisationId whose team or member is to put it right
     * @param ownerCadreId the member, if it is one
     * @param text sealed under {@code person:<ownerCadreId>}, else under {@code inspection:<inspectionId>}
     */
    record FindingRecorded(
            Scope of,
            UUID findingId,
            UUID rectificationId,
            Source about,
            Aspect aspect,
            UUID ownerOrganisationId,
            @Nullable UUID ownerCadreId,
            Sealed text,
            LocalDate dueOn,
            LocalDate occurredOn)
            implements InspectionEvent {
        @Override
        public List<Source> requiresBegun() {
            return List.of(about);
        }

        /** The member's who is to put it right, else the inspection's own. */
        @Override
        public @Nullable String dataSubject() {
            return ownerCadreId == null ? null : "person:" + ownerCadreId;
        }
    }

    /** The inspection ended. */
    record InspectionClosed(Scope of, LocalDate occurredOn) implements InspectionEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn;
        }
    }
}
