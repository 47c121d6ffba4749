package org.minqing.events.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/**
 * The story of something to be put right 整改事项: raised, a measure set, done, confirmed or sent back. Texts are sealed under
 * {@code person:<cadreId>} where a cadre owns it, else under {@code rectification:<rectificationId>}.
 */
public sealed interface RectificationEvent extends DomainEvent {
    /**
     * Who is to put it right.
     *
     * @param organisationId whose team or member it is
     * @param divisionId of the organisation's seat
     * @param cadreId the member; null: the organisation's leadership team
     */
    record Owner(
            UUID rectificationId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID cadreId) implements Header {
        @Override
        public @Nullable String subject() {
            return cadreId == null ? null : "person:" + cadreId;
        }
    }

    @Override
    Owner of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case RectificationRaised e -> Source.each("Cadre", e.of.cadreId).toList();
            case MeasureSet e -> List.of();
            case DoneReported e -> List.of();
            case RectificationConfirmed e -> List.of();
            case RectificationSentBack e -> List.of();
        };
    }

    @Override
    default boolean looksBack() {
        return true;
    }

    /** Something was found that its owner is to put right. */
    record RectificationRaised(Owner of, Matter matter, Sealed text, LocalDate occurredOn)
            implements RectificationEvent {
        @Override
        public List<Source> requiresBegun() {
            return matter.about();
        }
    }

    /** The owner says how it will be put right: for the first time, or in place of what was said before. */
    record MeasureSet(Owner of, Sealed text, LocalDate occurredOn) implements RectificationEvent {}

    /** The owner says that it is put right. */
    record DoneReported(Owner of, LocalDate occurredOn) implements RectificationEvent {}

    /** Whoever asked for it has seen that it is put right 销号. */
    record RectificationConfirmed(Owner of, LocalDate occurredOn) implements RectificationEvent {}

    /** It is not put right yet: the measure stands, and is to be carried out again. */
    record RectificationSentBack(
            Owner of, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn) implements RectificationEvent {}
}
