package org.minqing.command.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.StudyMode;

/** What may be done about an activity. */
sealed interface ActivityCommand {
    /** What is said of an activity planned or held alike; null is left out. */
    sealed interface Particulars extends ActivityCommand {
        @Nullable
        UUID activityId();

        @Nullable
        UUID programmeId();

        @Nullable
        UUID organisationId();

        @Nullable
        UUID officeId();

        @Nullable
        String taskCode();

        ActivityKind kind();

        @Nullable
        StudyMode mode();

        @Nullable
        String villageCode();

        @Nullable
        UUID checkedOrganisationId();

        @Nullable
        UUID partyBranchId();

        @Nullable
        String campaign();

        String topic();

        @Nullable
        List<UUID> cadreIds();

        private boolean named() {
            return kind() == ActivityKind.SAFETY_CHECK && checkedOrganisationId() == null;
        }

        /** The enterprise a safety check looks at. */
        default @Nullable UUID checked() {
            return named() ? organisationId() : checkedOrganisationId();
        }

        /** Who answers: of a safety check named only where both are. */
        default @Nullable UUID answering() {
            return named() ? null : organisationId();
        }
    }

    /**
     * An activity is planned. What is left out of programme, organisation and office comes from the first cadre, else from the
     * village, else from the one programme in force.
     *
     * @param organisationId who answers for it; of a SAFETY_CHECK the enterprise to be checked, unless that is named apart
     * @param villageCode left out: it is at the seat of the enterprise to be checked, else of the organisation
     * @param topic in words without personal data
     * @param cadreIds who is to take part
     */
    @MadeEvents(value = ActivityEvent.ActivityScheduled.class, begins = true)
    record ScheduleActivity(
            @Nullable UUID activityId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull ActivityKind kind,
            @Nullable StudyMode mode,
            @Nullable @DivisionCode @EventPath("divisionId") String villageCode,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID checkedOrganisationId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID partyBranchId,

            @Nullable @Text(max = 40) @PrintedText String campaign,
            @NotBlank @Text(max = 200) @PrintedText String topic,
            @Nullable @Size(max = 500) @Ref("Cadre") List<@NotNull UUID> cadreIds,
            @NotNull LocalDate plannedOn)
            implements Particulars {}

    /**
     * An activity was held. Where it was planned, what is left out is as planned; else as in {@link ScheduleActivity}.
     *
     * @param activityId of the one planned, if it was
     * @param organisationId who answers for it; of a SAFETY_CHECK the enterprise checked, unless that is named apart
     * @param villageCode left out: it was at the seat of the enterprise checked, else of the organisation
     * @param topic in words without personal data
     * @param cadreIds who took part
     * @param participants number of people who took part
     */
    @MadeEvents(value = ActivityEvent.ActivityRecorded.class, begins = true)
    record RecordActivity(
            @Nullable UUID activityId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull ActivityKind kind,
            @Nullable StudyMode mode,
            @Nullable @DivisionCode @EventPath("divisionId") String villageCode,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID checkedOrganisationId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID partyBranchId,

            @Nullable @Text(max = 40) @PrintedText String campaign,
            @NotBlank @Text(max = 200) @PrintedText String topic,
            @Nullable @Size(max = 500) @Ref("Cadre") List<@NotNull UUID> cadreIds,
            @Nullable @PositiveOrZero Integer participants)
            implements Particulars {}

    /**
     * The planned activity is called off.
     *
     * @param organisationId who answers for it, or the enterprise to be checked
     */
    @MadeEvents(ActivityEvent.ActivityCancelled.class)
    @ReasonField
    record CancelActivity(
            @NotNull UUID activityId, @Nullable UUID organisationId) implements ActivityCommand {}

    /**
     * The minutes of an activity that was held. What was filed wrongly is voided and filed anew, or corrected.
     *
     * @param organisationId who answers for it, or the enterprise checked
     * @param attachmentId the paper itself
     */
    @MadeEvents(ActivityEvent.MinutesFiled.class)
    record FileMinutes(
            @NotNull UUID activityId,
            @Nullable UUID organisationId,
            @NotNull @Text(max = 20_000) Sealed minutes,
            @Nullable @Ref("Attachment") UUID attachmentId)
            implements ActivityCommand {}
}
