package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.NameInput;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;

/** What may be done about a project. */
sealed interface ProjectCommand {
    /**
     * Proposes a project for a village.
     *
     * @param programmeId left out: that of the concern, else from the village's link point, else the one programme in force there
     * @param name as people call it, without the name of a person
     * @param site natural village or place within the village
     * @param concernId the concern it answers
     */
    @MadeEvents(value = ProjectEvent.ProjectProposed.class, begins = true)
    record ProposeProject(
            @Nullable UUID projectId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull ProjectKind kind,
            @NotBlank @Text(max = 100) String name,
            @NotNull @DivisionCode String villageCode,
            @Nullable @Text(max = 100) String site,
            @Nullable @Ref("Concern") UUID concernId)
            implements ProjectCommand {}

    /**
     * The villagers resolved to do it 一事一议.
     *
     * @param participants number of people who took part
     * @param inFavour number of them who were for it
     */
    @MadeEvents(ProjectEvent.VillagersResolutionRecorded.class)
    record RecordVillagersResolution(
            @NotNull UUID projectId,
            @Nullable @Positive Integer participants,
            @Nullable @PositiveOrZero Integer inFavour,
            @Nullable @Text(max = 4000) Sealed summary)
            implements ProjectCommand {}

    /** The project is approved. */
    @MadeEvents(ProjectEvent.ProjectApproved.class)
    record ApproveProject(
            @NotNull UUID projectId,
            @Nullable @Text(max = 100) String documentNo) implements ProjectCommand {}

    /**
     * The work is given to somebody.
     *
     * @param contractor who does the work
     * @param price agreed
     */
    @MadeEvents(ProjectEvent.ContractAwarded.class)
    record AwardContract(
            @NotNull UUID projectId,
            @Nullable @Valid NameInput contractor,
            @Nullable Money price,
            @Nullable @Text(max = 100) String documentNo)
            implements ProjectCommand {}

    /** Work begins. */
    @MadeEvents(ProjectEvent.WorkStarted.class)
    record StartWork(@NotNull UUID projectId) implements ProjectCommand {}

    /**
     * So far the work has come.
     *
     * @param percent of the whole
     */
    @MadeEvents(ProjectEvent.ProgressReported.class)
    record ReportProgress(
            @NotNull UUID projectId,
            @Nullable @PositiveOrZero @Max(100) Integer percent,
            @Nullable @Text(max = 4000) Sealed note)
            implements ProjectCommand {}

    /** Work is done. */
    @MadeEvents(ProjectEvent.WorkCompleted.class)
    record CompleteWork(@NotNull UUID projectId) implements ProjectCommand {}

    /**
     * The work was looked at and found good 验收.
     *
     * @param documentNo of the certificate
     */
    @MadeEvents(ProjectEvent.ProjectAccepted.class)
    record AcceptProject(
            @NotNull UUID projectId,
            @Nullable @Text(max = 100) String documentNo) implements ProjectCommand {}

    /** The project is given up. What was invested and measured until then stands. */
    @MadeEvents(ProjectEvent.ProjectCancelled.class)
    @ReasonField(required = false)
    record CancelProject(@NotNull UUID projectId) implements ProjectCommand {}

    /**
     * Money from one source was approved for the project.
     *
     * @param taskCode left out: that of the project
     */
    @MadeEvents(ProjectEvent.InvestmentLineAdded.class)
    record AddInvestmentLine(
            @NotNull UUID projectId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull InvestmentSource source,
            @NotNull Money money)
            implements ProjectCommand {}

    /**
     * The money of a line comes one stage further: APPROVED, PAID, SETTLED.
     *
     * @param lineId id of the event that added the line
     */
    @MadeEvents(ProjectEvent.InvestmentLineAdvanced.class)
    record AdvanceInvestmentLine(
            @NotNull UUID projectId,
            @NotNull UUID lineId,
            @NotNull InvestmentStage stage) implements ProjectCommand {}

    /**
     * So much of something was made, laid or planted.
     *
     * @param itemName what it is, where item is OTHER; else what sort of the item
     * @param quantity its unit one of {@link org.minqing.events.Units}
     * @param attachmentId what shows it, a picture or a sheet
     * @param confirmUnit true where the item is measured in a unit that is not one of its own and that is meant so; 422
     *     {@code unusual-unit} without it
     */
    @MadeEvents(ProjectEvent.QuantityMeasured.class)
    record MeasureQuantity(
            @NotNull UUID projectId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull ProjectItem item,
            @Nullable @Text(max = 50) String itemName,
            @NotNull @Valid QuantityInput quantity,
            @Nullable @Ref("Attachment") UUID attachmentId,
            @Nullable Boolean confirmUnit)
            implements ProjectCommand {}

    /**
     * So many benefit.
     *
     * @param quantity whole households or persons
     * @param overlapPossible whether some may be counted in another line too; left out: they may not, but for a school
     */
    @MadeEvents(ProjectEvent.BeneficiariesRecorded.class)
    record RecordBeneficiaries(
            @NotNull UUID projectId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull BeneficiaryKind kind,
            @NotNull @Valid QuantityInput quantity,
            @Nullable Boolean overlapPossible)
            implements ProjectCommand {}
}
