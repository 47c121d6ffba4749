package org.minqing.events.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voids;
import org.minqing.events.rectification.Aspect;

/** The story of an inspection 督查: opened by a warrant, a sample drawn, findings recorded, closed. */
public sealed interface InspectionEvent extends DomainEvent {
    UUID inspectionId();

    /** The programme looked at; null: every one. */
    @Nullable
    UUID programmeId();

    /** divisionId of what is inspected, with everything below it. */
    String divisionId();

    @Override
    default @Nullable UUID programme() {
        return programmeId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /**
     * An inspection began.
     *
     * @param warrant number of the document that orders it
     * @param cutOff position of the log up to which the work is looked at
     */
    record InspectionOpened(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            String warrant,
            long cutOff,
            LocalDate occurredOn)
            implements InspectionEvent {}

    /** There was no such inspection. */
    record InspectionVoided(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID target,
            InspectionOpened before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements InspectionEvent, Voids<InspectionOpened> {}

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
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
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

    /** The sample was never drawn. */
    record SampleVoided(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID target,
            SampleDrawn before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements InspectionEvent, Voids<SampleDrawn> {}

    /**
     * Something was found that is to be put right.
     *
     * @param programmeId the programme in force at the owner's seat, where the inspection looks at every one
     * @param rectificationId of the rectification that follows from it
     * @param about what it was found about
     * @param ownerOrganisationId whose team or member is to put it right
     * @param ownerCadreId the member, if it is one
     * @param text sealed under {@code person:<ownerCadreId>}, else under {@code inspection:<inspectionId>}
     */
    record FindingRecorded(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID findingId,
            UUID rectificationId,
            Source about,
            Aspect aspect,
            UUID ownerOrganisationId,
            @Nullable UUID ownerCadreId,
            Sealed text,
            LocalDate dueOn,
            LocalDate occurredOn)
            implements InspectionEvent {}

    /**
     * What was found was otherwise than written down. The rectification that follows from it is corrected with it by the
     * policy, in aspect and due day alone.
     */
    record FindingCorrected(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID target,
            FindingRecorded before,
            FindingRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements InspectionEvent, Corrects<FindingRecorded> {}

    /** Nothing of the kind was found. */
    record FindingVoided(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID target,
            FindingRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements InspectionEvent, Voids<FindingRecorded> {}

    /** The inspection ended. */
    record InspectionClosed(UUID inspectionId, @Nullable UUID programmeId, String divisionId, LocalDate occurredOn)
            implements InspectionEvent {}

    /** The inspection did not end then. */
    record InspectionClosureVoided(
            UUID inspectionId,
            @Nullable UUID programmeId,
            String divisionId,
            UUID target,
            InspectionClosed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements InspectionEvent, Voids<InspectionClosed> {}
}
