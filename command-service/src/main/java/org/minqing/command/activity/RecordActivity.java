package org.minqing.command.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.StudyMode;

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
record RecordActivity(
        @Nullable UUID activityId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull ActivityKind kind,
        @Nullable StudyMode mode,
        @Nullable @DivisionCode String villageCode,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID checkedOrganisationId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID partyBranchId,

        @Nullable @Text(max = 40) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String campaign,

        @NotBlank @Text(max = 200) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String topic,

        @Nullable @Size(max = 500) @Ref(value = "Cadre", scoped = false)
        List<@NotNull UUID> cadreIds,

        @Nullable @PositiveOrZero Integer participants,
        @Nullable LocalDate occurredOn)
        implements Told {}
