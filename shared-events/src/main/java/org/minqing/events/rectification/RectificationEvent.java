package org.minqing.events.rectification;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/**
 * The story of something to be put right 整改事项: raised, a measure set, done, confirmed or sent back. Texts are sealed under
 * {@code person:<cadreId>} where a cadre owns it, else under {@code rectification:<rectificationId>}.
 */
public sealed interface RectificationEvent extends DomainEvent {
    UUID rectificationId();

    UUID programmeId();

    /** The organisation whose team or member is to put it right. */
    UUID organisationId();

    /** The divisionId of the organisation's seat. */
    String divisionId();

    /** The member who is to put it right; null: the organisation's leadership team. */
    @Nullable
    UUID cadreId();

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
        return divisionId();
    }

    /** Something was found that its owner is to put right. */
    record RectificationRaised(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            Matter matter,
            Sealed text,
            LocalDate occurredOn)
            implements RectificationEvent {}

    /** What was found was otherwise than written down. */
    record RectificationCorrected(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            RectificationRaised before,
            RectificationRaised after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Corrects<RectificationRaised> {}

    /** Nothing of the kind was found. */
    record RectificationVoided(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            RectificationRaised before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Voids<RectificationRaised> {}

    /** The owner says how it will be put right: for the first time, or in place of what was said before. */
    record MeasureSet(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            Sealed text,
            LocalDate occurredOn)
            implements RectificationEvent {}

    /** The measure was otherwise than written down. */
    record MeasureCorrected(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            MeasureSet before,
            MeasureSet after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Corrects<MeasureSet> {}

    /** The measure was never set. */
    record MeasureVoided(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            MeasureSet before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Voids<MeasureSet> {}

    /** The owner says that it is put right. */
    record DoneReported(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            LocalDate occurredOn)
            implements RectificationEvent {}

    /** The owner never said so. */
    record DoneReportVoided(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            DoneReported before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Voids<DoneReported> {}

    /** Whoever asked for it has seen that it is put right 销号. */
    record RectificationConfirmed(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            LocalDate occurredOn)
            implements RectificationEvent {}

    /** Nobody ever saw that. */
    record RectificationConfirmationVoided(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            RectificationConfirmed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Voids<RectificationConfirmed> {}

    /** It is not put right yet: the measure stands, and is to be carried out again. */
    record RectificationSentBack(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent {}

    /** It was never sent back. */
    record RectificationSendBackVoided(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId,
            UUID target,
            RectificationSentBack before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements RectificationEvent, Voids<RectificationSentBack> {}
}
