package org.minqing.command.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.form.CodeOf;
import org.minqing.command.platform.form.CodeOf.Standard;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.OptionalText;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.LinkMode;
import org.minqing.events.programme.MemberChange;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.programme.Task;

/** What may be done about a programme. */
sealed interface ProgrammeCommand {
    /**
     * Begins a programme, or begins one anew that was voided.
     *
     * @param organisationId who leads it
     * @param divisionCode where it works; left out: where the organisation has its seat
     */
    @MadeEvents(value = ProgrammeEvent.ProgrammeLaunched.class, begins = true)
    record LaunchProgramme(
            @Nullable UUID programmeId,
            @NotBlank @Text(max = 100) String name,
            @NotNull LinkMode linkMode,
            @NotNull @Ref("Organisation") UUID organisationId,
            @Nullable @DivisionCode String divisionCode)
            implements ProgrammeCommand {}

    /**
     * Defines a band of ranks and how many households each of its cadres links, from a day on, in place of what the band was
     * before.
     *
     * @param band its name
     */
    @MadeEvents(ProgrammeEvent.LinkQuotaDefined.class)
    record DefineLinkQuota(
            @NotNull UUID programmeId,
            @NotBlank @Text(max = 50) String band,
            @NotEmpty List<@NotNull @CodeOf(Standard.RANK) String> rankCodes,
            @NotNull @Min(1) @Max(10_000) Integer households)
            implements ProgrammeCommand {}

    /** Classes everything in the programme by these tasks from a day on, in place of any earlier ones. */
    @MadeEvents(ProgrammeEvent.TaskCatalogueAdopted.class)
    record AdoptTaskCatalogue(
            @NotNull UUID programmeId,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Entry> tasks) implements ProgrammeCommand {

        /**
         * One task.
         *
         * @param code {@code T1}, {@code T2}, ...
         * @param aliases other wordings met in documents
         */
        record Entry(
                @NotNull @Pattern(regexp = "T[1-9][0-9]?", message = "task-code")
                String code,

                @NotBlank @Text(max = 50) String name,
                @Nullable @Text(max = 100) String nameEn,
                @Nullable @Size(max = 20) @Text(max = 50) List<@NotBlank String> aliases) {
            Task task() {
                return new Task(code, name, nameEn, aliases == null ? List.of() : aliases);
            }
        }

        /** The tasks, each code once. */
        List<Task> adopted() {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < tasks.size(); i++) {
                if (!codes.add(tasks.get(i).code())) {
                    throw Refusal.invalid("/tasks/" + i + "/code", "repeated");
                }
            }
            return tasks.stream().map(Entry::task).toList();
        }
    }

    /**
     * Sets up a leading group 领导小组; its id is that of the event.
     *
     * @param kind tells the groups of one programme apart
     * @param head cadreId of the head 组长
     * @param members all but the head
     * @param office name of the group's office 办公室
     */
    @MadeEvents(ProgrammeEvent.LeadingGroupEstablished.class)
    record EstablishLeadingGroup(
            @NotNull UUID programmeId,
            @Nullable @Text(max = 50) String kind,
            @NotNull @Ref("Cadre") @EventPath("headId") UUID head,
            @NotNull @Size(max = 200) List<@NotNull @Valid Member> members,
            @Nullable @Text(max = 100) String office,
            @Nullable @Text(max = 100) String documentNo)
            implements ProgrammeCommand {

        /**
         * A member.
         *
         * @param duty in the words of the document
         */
        record Member(
                @NotNull @Ref("Cadre") UUID cadreId,
                @NotBlank @Text(max = 100) String duty) {}

        /** Head and members, each once. */
        List<UUID> cadres() {
            Set<UUID> cadres = new LinkedHashSet<>(Set.of(head));
            for (int i = 0; i < members.size(); i++) {
                if (!cadres.add(members.get(i).cadreId())) {
                    throw Refusal.invalid("/members/" + i + "/cadreId", "repeated");
                }
            }
            return List.copyOf(cadres);
        }
    }

    /**
     * Changes somebody's place in a leading group from a day on.
     *
     * @param duty required of who joins and of whose duty changes, and of nobody else
     */
    @MadeEvents(ProgrammeEvent.LeadingGroupMemberChanged.class)
    record ChangeLeadingGroupMember(
            @NotNull UUID programmeId,
            @NotNull UUID groupId,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull MemberChange change,
            @Nullable @OptionalText @Text(max = 100) String duty,
            @Nullable @Text(max = 100) String documentNo)
            implements ProgrammeCommand {

        /** 422 where a duty is missing, or means nothing. */
        void refuseDutyOutOfPlace() {
            boolean needed = change == MemberChange.JOINED || change == MemberChange.DUTY_CHANGED;
            if (needed && duty == null) {
                throw Refusal.invalid("/duty", "required");
            }
            if (!needed && duty != null) {
                throw Refusal.invalid("/duty", "not-with-this-change", change);
            }
        }

        /** Only who serves can come to a place. */
        boolean bringsIn() {
            return change == MemberChange.JOINED || change == MemberChange.BECAME_HEAD;
        }
    }

    /** Lets the programme go by an implementation plan 实施方案 from a day on. */
    @MadeEvents(ProgrammeEvent.ImplementationPlanAdopted.class)
    record AdoptImplementationPlan(
            @NotNull UUID programmeId,
            @NotBlank @Text(max = 200) String title,
            @Nullable @Text(max = 100) String documentNo,
            @Nullable UUID attachmentId)
            implements ProgrammeCommand {}

    /**
     * Makes a leader the sponsor of a township or village 包乡、包村, in place of the one before.
     *
     * @param divisionId of the township or village, or any of its codes
     */
    @MadeEvents(ProgrammeEvent.SponsorAssigned.class)
    record AssignSponsor(
            @NotNull UUID programmeId,
            @NotNull @DivisionCode String divisionId,
            @NotNull @Ref("Cadre") UUID cadreId) implements ProgrammeCommand {
        private static final Set<Integer> TOWNSHIP_OR_VILLAGE = Set.of(9, 12);

        /** The divisionId of the place; 422 where it is none that can have a sponsor. */
        String place(DecisionContext situation, String programmeDivision, LocalDate day) {
            String place = situation.gazetteer().divisionId(divisionId, day);
            if (!TOWNSHIP_OR_VILLAGE.contains(place.length())) {
                throw Refusal.invalid("/divisionId", "not-a-township-or-village", divisionId);
            }
            if (!place.startsWith(programmeDivision)) {
                throw Refusal.invalid("/divisionId", "outside-the-programme", divisionId, programmeDivision);
            }
            return place;
        }
    }

    /** Opens a round of visits; its id is that of the event. */
    @MadeEvents(ProgrammeEvent.VisitRoundOpened.class)
    record OpenVisitRound(
            @NotNull UUID programmeId,
            @NotNull RoundKind kind,
            @NotBlank @Text(max = 100) String name) implements ProgrammeCommand {}

    /**
     * Says from which day on money must, or need not, be entered by one person and approved by another. Until it is said it
     * need not.
     */
    @MadeEvents(ProgrammeEvent.TwoPersonRuleSet.class)
    record SetTwoPersonRule(
            @NotNull UUID programmeId, @NotNull Boolean required) implements ProgrammeCommand {}

    /** Ends a programme with a day, its last. One entered already is not moved: void it and enter it anew. */
    @MadeEvents(ProgrammeEvent.ProgrammeClosed.class)
    @ReasonField(required = false)
    record CloseProgramme(@NotNull UUID programmeId) implements ProgrammeCommand {}
}
