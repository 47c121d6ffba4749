package org.minqing.query.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.inspection.InspectionEvent.Scope;
import org.minqing.events.rectification.Aspect;
import org.minqing.query.platform.view.Dimensions;

/**
 * An inspection 督查 on a day.
 *
 * @param cutOff position of the log up to which the work is looked at
 */
record InspectionState(
        Scope of,
        String warrant,
        long cutOff,
        Status status,
        @Nullable Sample sample,
        List<Finding> findings,
        @Nullable LocalDate closedOn) {

    enum Status {
        OPEN,
        CLOSED
    }

    /** What was drawn, and all that is needed to draw it again. */
    record Sample(
            long position,
            LocalDate asOf,
            int frameSize,
            String frameSha256,
            String seed,
            int size,
            List<UUID> householdIds) {}

    /** Something found, and the rectification that follows. */
    record Finding(
            UUID findingId,
            UUID rectificationId,
            Source about,
            Aspect aspect,
            UUID ownerOrganisationId,
            @Nullable UUID ownerCadreId,
            Sealed text,
            LocalDate dueOn,
            LocalDate on) {}

    static InspectionState opened(InspectionOpened e) {
        return new InspectionState(e.of(), e.warrant(), e.cutOff(), Status.OPEN, null, List.of(), null);
    }

    InspectionState after(InspectionEvent event) {
        return switch (event) {
            case InspectionOpened e -> opened(e);
            case SampleDrawn e ->
                with(
                        new Sample(
                                e.position(),
                                e.asOf(),
                                e.frameSize(),
                                e.frameSha256(),
                                e.seed(),
                                e.size(),
                                e.householdIds()),
                        findings,
                        closedOn);
            case FindingRecorded e ->
                with(
                        sample,
                        Stream.concat(
                                        findings.stream(),
                                        Stream.of(new Finding(
                                                e.findingId(),
                                                e.rectificationId(),
                                                e.about(),
                                                e.aspect(),
                                                e.ownerOrganisationId(),
                                                e.ownerCadreId(),
                                                e.text(),
                                                e.dueOn(),
                                                e.occurredOn())))
                                .toList(),
                        closedOn);
            case InspectionClosed e -> with(sample, findings, e.occurredOn());
        };
    }

    private InspectionState with(@Nullable Sample drawn, List<Finding> found, @Nullable LocalDate ended) {
        return new InspectionState(
                of, warrant, cutOff, ended == null ? Status.OPEN : Status.CLOSED, drawn, found, ended);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(status);
    }
}
