package org.minqing.events.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/** The story of a programme 专项活动: who leads it, and the settings, dated, by which everything in it is judged. */
public sealed interface ProgrammeEvent extends DomainEvent {
    /**
     * Which programme it is, and where.
     *
     * @param organisationId that launched it
     * @param divisionId it works in, and below; of a sponsor, the division sponsored
     */
    record Sphere(UUID programmeId, UUID organisationId, String divisionId) implements Header {}

    @Override
    Sphere of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case LeadingGroupEstablished e ->
                Stream.concat(
                                Source.each("Cadre", e.headId),
                                e.members.stream().flatMap(member -> Source.each("Cadre", member.cadreId())))
                        .toList();
            case LeadingGroupMemberChanged e ->
                e.change == MemberChange.LEFT
                        ? List.of()
                        : Source.each("Cadre", e.cadreId).toList();
            case SponsorAssigned e -> Source.each("Cadre", e.cadreId).toList();
            case ProgrammeLaunched e -> List.of();
            case TaskCatalogueAdopted e -> List.of();
            case LinkQuotaDefined e -> List.of();
            case ImplementationPlanAdopted e -> List.of();
            case VisitRoundOpened e -> List.of();
            case TwoPersonRuleSet e -> List.of();
            case ProgrammeClosed e -> List.of();
        };
    }

    /** The programme begins: "since the activity began" counts from this day. */
    record ProgrammeLaunched(Sphere of, String name, LinkMode linkMode, LocalDate occurredOn)
            implements ProgrammeEvent {}

    /** From this day on everything in the programme is classed by these tasks, which replace any earlier ones. */
    record TaskCatalogueAdopted(Sphere of, List<Task> tasks, LocalDate occurredOn) implements ProgrammeEvent {
        public TaskCatalogueAdopted {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * From this day on, until the band is defined again, cadres of these ranks link so many households each.
     *
     * @param band name of the band; one band has one definition on a day, the last
     * @param rankCodes codes of GB/T 12407
     * @param households at most so many for each cadre
     */
    record LinkQuotaDefined(
            Sphere of, UUID quotaId, String band, List<String> rankCodes, int households, LocalDate occurredOn)
            implements ProgrammeEvent {
        public LinkQuotaDefined {
            rankCodes = List.copyOf(rankCodes);
        }
    }

    /** What befalls a leading group. */
    sealed interface LeadingGroupStep extends ProgrammeEvent {
        UUID groupId();
    }

    /**
     * A leading group 领导小组 is set up on this day, with its head, members, duties and office.
     *
     * @param kind which leading group, where a programme has several
     * @param headId cadreId of the head 组长
     * @param members all but the head
     * @param office name of the group's office 办公室
     * @param documentNo number of the document that set it up
     */
    record LeadingGroupEstablished(
            Sphere of,
            UUID groupId,
            @Nullable String kind,
            UUID headId,
            List<GroupMember> members,
            @Nullable String office,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements LeadingGroupStep {
        public LeadingGroupEstablished {
            members = List.copyOf(members);
        }
    }

    /**
     * From this day on somebody's place in a leading group is another.
     *
     * @param duty the new one, of who joined or whose duty changed; who headed the group before {@code BECAME_HEAD} stays
     *     in it as a member
     */
    record LeadingGroupMemberChanged(
            Sphere of,
            UUID groupId,
            UUID cadreId,
            MemberChange change,
            @Nullable String duty,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements LeadingGroupStep {}

    /** From this day on the programme goes by this implementation plan 实施方案. */
    record ImplementationPlanAdopted(
            Sphere of,
            UUID planId,
            String title,
            @Nullable String documentNo,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements ProgrammeEvent {}

    /**
     * From this day on a leader sponsors a township or village 包乡、包村. A place has one sponsor at a time, and the day of
     * its sponsors never goes backwards.
     *
     * @param formerSponsorshipId the sponsorship that ends with it, if the place had a sponsor
     * @param formerCadreId its leader
     */
    record SponsorAssigned(
            Sphere of,
            UUID sponsorshipId,
            UUID cadreId,
            @Nullable UUID formerSponsorshipId,
            @Nullable UUID formerCadreId,
            LocalDate occurredOn)
            implements ProgrammeEvent {}

    /** From this day on a round of visits is open, and visits can be counted to it. */
    record VisitRoundOpened(Sphere of, UUID roundId, RoundKind kind, String name, LocalDate occurredOn)
            implements ProgrammeEvent {}

    /** From this day on money must, or need not, be entered by one person and approved by another. */
    record TwoPersonRuleSet(Sphere of, boolean required, LocalDate occurredOn) implements ProgrammeEvent {}

    /** The programme ends with this day: nothing new is begun in it. */
    record ProgrammeClosed(
            Sphere of, @Nullable Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements ProgrammeEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn;
        }
    }
}
