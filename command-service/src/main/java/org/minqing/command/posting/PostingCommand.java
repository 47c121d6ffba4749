package org.minqing.command.posting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Amounts;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.Security;

/** What may be done about a posting to a village. */
sealed interface PostingCommand {
    /** What the commands that begin a posting have in common. */
    sealed interface Beginning extends PostingCommand {
        @Nullable
        UUID postingId();

        @Nullable
        UUID programmeId();

        @Nullable
        UUID organisationId();

        @Nullable
        UUID officeId();

        @Nullable
        String taskCode();

        UUID cadreId();

        String villageCode();
    }

    /** A cadre is seconded to a village as its instructor. */
    @MadeEvents(value = PostingBegun.class, begins = true, where = "kind=INSTRUCTOR")
    record SecondInstructor(
            @Nullable UUID postingId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull @DivisionCode String villageCode,
            @NotEmpty List<@NotNull InstructorRole> roles,
            @Nullable @Valid SecurityInput security)
            implements Beginning {}

    /**
     * What the sending organisation gives.
     *
     * @param allowance per month, above zero
     * @param insurance whether an accident insurance was taken out
     */
    record SecurityInput(
            @Nullable Money allowance, @Nullable Boolean insurance) {
        Security security() {
            return new Security(
                    allowance == null ? null : Amounts.positive("/security/allowance", allowance), insurance);
        }
    }

    /** A cadre becomes the standing secretary of a village. */
    @MadeEvents(value = PostingBegun.class, begins = true, where = "kind=STANDING_SECRETARY")
    record AppointStandingSecretary(
            @Nullable UUID postingId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull @DivisionCode String villageCode)
            implements Beginning {}

    /** A cadre becomes the correspondent of a village. */
    @MadeEvents(value = PostingBegun.class, begins = true, where = "kind=CORRESPONDENT")
    record AppointCorrespondent(
            @Nullable UUID postingId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull @DivisionCode String villageCode)
            implements Beginning {}

    /**
     * So many days of a month the cadre was in the village; its day is that of the signature.
     *
     * @param signedBy who vouches for it
     */
    @MadeEvents(PostingEvent.AttendanceRecorded.class)
    record RecordMonthlyAttendance(
            @NotNull UUID postingId,
            @NotNull YearMonth month,
            @NotNull @Min(0) @Max(31) Integer days,
            @NotNull @Text(max = 100) Sealed signedBy)
            implements PostingCommand {}

    /** How the instructor did, once a year. */
    @MadeEvents(PostingEvent.InstructorAssessed.class)
    record AssessInstructor(
            @NotNull UUID postingId, @NotNull AssessmentGrade grade) implements PostingCommand {}

    /** The instructor is called back before the time is over. */
    @MadeEvents(PostingEvent.InstructorRecalled.class)
    record RecallInstructor(
            @NotNull UUID postingId,
            @NotNull @Text(max = 1000) Sealed reason) implements PostingCommand {}

    /** From this day on the cadre is no longer posted to the village. */
    @MadeEvents(PostingEvent.PostingEnded.class)
    record EndPosting(@NotNull UUID postingId) implements PostingCommand {}
}
