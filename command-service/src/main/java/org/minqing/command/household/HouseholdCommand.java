package org.minqing.command.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.CodeOf;
import org.minqing.command.platform.form.CodeOf.Standard;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.OptionalText;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Text;
import org.minqing.events.household.HouseholdEvent;

/** What may be done about a household. */
sealed interface HouseholdCommand {
    /** Villagers' groups 村民小组 are numbered from 1 within their village. */
    int MOST_GROUPS = 999;

    /**
     * Enters a household into a village's register.
     *
     * @param group number of the villagers' group
     * @param householdNo as the village writes it; one that another household of the village bears needs confirmDuplicate
     * @param members all but the head
     * @param confirmDuplicate that the number, or a citizen number, is another's too was seen, and it is to stand
     */
    @MadeEvents(value = HouseholdEvent.HouseholdRegistered.class, begins = true)
    record RegisterHousehold(
            @Nullable UUID householdId,
            @NotNull @DivisionCode String villageCode,
            @NotNull @Min(1) @Max(MOST_GROUPS) Integer group,
            @NotBlank @Text(max = 40) String householdNo,
            @NotNull @Valid PersonInput head,
            @Nullable @Size(max = 100) List<@NotNull @Valid PersonInput> members,
            @Nullable @Text(max = 100) String naturalVillage,
            @Nullable @EventPath("") Boolean confirmDuplicate)
            implements HouseholdCommand {
        List<PersonInput> others() {
            return members == null ? List.of() : members;
        }
    }

    /**
     * Adds a person to a household: born, married in, moved in.
     *
     * @param confirmDuplicate that somebody in a household has the citizen number was seen, and it is to stand
     */
    @MadeEvents(HouseholdEvent.HouseholdMemberAdded.class)
    record AddHouseholdMember(
            @NotNull UUID householdId,
            @NotNull @Valid PersonInput member,
            @Nullable @EventPath("") Boolean confirmDuplicate)
            implements HouseholdCommand {}

    /**
     * Takes a member, but never the head, out of a household: died, married out, moved away.
     *
     * @param memberId the member's personId
     */
    @MadeEvents(HouseholdEvent.HouseholdMemberRemoved.class)
    @ReasonField(required = false)
    record RemoveHouseholdMember(
            @NotNull UUID householdId, @NotNull UUID memberId) implements HouseholdCommand {}

    /**
     * Makes another member the head; the former head stays a member.
     *
     * @param headId the new head's personId
     * @param relations what other members are to the new head
     */
    @MadeEvents(HouseholdEvent.HouseholdHeadChanged.class)
    record ChangeHouseholdHead(
            @NotNull UUID householdId,
            @NotNull UUID headId,
            @Nullable @Size(max = 100) List<@NotNull @Valid Relation> relations)
            implements HouseholdCommand {
        /** What one member is to the new head. */
        record Relation(
                @NotNull UUID memberId,
                @NotNull @CodeOf(Standard.RELATION) String relation) {}

        List<Relation> named() {
            return relations == null ? List.of() : relations;
        }
    }

    /**
     * Says of which kinds a household counts from a day on, in place of any it counted of before.
     *
     * @param kinds in the programme's own words, such as 低保户; empty for none
     */
    @MadeEvents(HouseholdEvent.HouseholdClassified.class)
    record ClassifyHousehold(
            @NotNull UUID householdId,
            @NotNull @Size(max = 20) @Text(max = 50) List<@NotBlank String> kinds) implements HouseholdCommand {}

    /**
     * Moves a household to another villagers' group or village from a day on.
     *
     * @param villageCode left out: it stays in its village
     * @param householdNo left out: it keeps its number
     * @param naturalVillage left out: as before within one village, none in another
     * @param confirmDuplicate that the number is another's too was seen, and it is to stand
     */
    @MadeEvents(HouseholdEvent.HouseholdRelocated.class)
    record RelocateHousehold(
            @NotNull UUID householdId,
            @Nullable @DivisionCode String villageCode,
            @NotNull @Min(1) @Max(MOST_GROUPS) Integer group,
            @Nullable @OptionalText @Text(max = 40) String householdNo,
            @Nullable @Text(max = 100) String naturalVillage,
            @Nullable @EventPath("") Boolean confirmDuplicate)
            implements HouseholdCommand {}

    /** Keeps a household no longer from a day on. One entered already is not moved: void it and enter it anew. */
    @MadeEvents(HouseholdEvent.HouseholdArchived.class)
    @ReasonField(required = false)
    record ArchiveHousehold(@NotNull UUID householdId) implements HouseholdCommand {}
}
