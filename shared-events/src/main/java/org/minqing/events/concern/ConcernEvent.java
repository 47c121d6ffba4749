package org.minqing.events.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/**
 * The story of a concern 诉求·意见建议·困难, from the day people raised it to the day they say it is settled. Texts are sealed
 * under {@code household:<householdId>} where a household is named, else under {@code concern:<concernId>}.
 */
public sealed interface ConcernEvent extends DomainEvent {
    /**
     * What the concern is counted by, as it was raised.
     *
     * @param organisationId to which it is counted
     * @param villageId divisionId of the village
     */
    record Topic(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind)
            implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    @Override
    Topic of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case ConcernRaised e ->
                Stream.of(
                                Source.each("Household", e.householdId),
                                Source.each("Cadre", e.cadreId),
                                Stream.ofNullable(e.source))
                        .flatMap(each -> each)
                        .toList();
            case ConcernAssigned e -> Source.each("Cadre", e.toCadreId).toList();
            case ConcernAccepted e -> List.of();
            case ConcernProgressed e -> List.of();
            case ConcernEscalated e -> List.of();
            case ConcernResolved e -> List.of();
            case ConcernRejected e -> List.of();
            case ResolutionConfirmed e -> List.of();
            case ConcernReopened e -> List.of();
        };
    }

    /** Whose concern it is, where it is that of one household; no part of the header, for events began without one. */
    @Nullable
    UUID householdId();

    @Override
    default @Nullable String dataSubject() {
        return householdId() == null ? null : "household:" + householdId();
    }

    /**
     * People raised a concern on this day.
     *
     * @param groups numbers of the villagers' groups 村民小组 whose concern it is, none twice
     * @param cadreId who took it down
     * @param source where it came up
     * @param text what it is, in words
     * @param dueOn day by which people are to have an answer, as its kind says
     */
    record ConcernRaised(
            Topic of,
            List<Integer> groups,
            @Nullable UUID householdId,
            @Nullable UUID cadreId,
            @Nullable Source source,
            Sealed text,
            LocalDate dueOn,
            LocalDate occurredOn)
            implements ConcernEvent {
        public ConcernRaised {
            groups = List.copyOf(groups);
        }
    }

    /**
     * On this day the concern was taken up 受理.
     *
     * @param dueOn day by which people are to have an answer, where another was agreed than the concern was raised with
     */
    record ConcernAccepted(
            Topic of, @Nullable UUID householdId, @Nullable LocalDate dueOn, LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * From this day on somebody is to see to the concern 交办, and whoever was before no longer is.
     *
     * @param toCadreId the cadre, if it is given to one
     * @param toOrganisationId the organisation, of a cadre its own
     * @param toOfficeId the office inside it
     */
    record ConcernAssigned(
            Topic of,
            @Nullable UUID householdId,
            @Nullable UUID toCadreId,
            UUID toOrganisationId,
            @Nullable UUID toOfficeId,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** Something was done about the concern on this day. */
    record ConcernProgressed(
            Topic of, @Nullable UUID householdId, @Nullable Sealed text, LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * On this day the concern was put before a higher organisation 上报, which from then on sees to it that it is settled.
     *
     * @param toOfficeId the office inside it
     */
    record ConcernEscalated(
            Topic of,
            @Nullable UUID householdId,
            UUID toOrganisationId,
            @Nullable UUID toOfficeId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * On this day the concern was settled, as those who saw to it say.
     *
     * @param text how
     */
    record ConcernResolved(
            Topic of, @Nullable UUID householdId, @Nullable Sealed text, LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * On this day people were told that nothing would be done about the concern.
     *
     * @param reason why, as they were told
     */
    record ConcernRejected(
            Topic of,
            @Nullable UUID householdId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * On this day those whose concern it was said that they are content with its resolution, or accept its rejection.
     *
     * @param note in their words
     */
    record ResolutionConfirmed(
            Topic of, @Nullable UUID householdId, @Nullable Sealed note, LocalDate occurredOn)
            implements ConcernEvent {}

    /**
     * On this day the concern was taken up again: whoever saw to it before is to see to it again.
     *
     * @param dueOn day by which people are to have an answer, as its kind says
     */
    record ConcernReopened(
            Topic of,
            @Nullable UUID householdId,
            LocalDate dueOn,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}
}
