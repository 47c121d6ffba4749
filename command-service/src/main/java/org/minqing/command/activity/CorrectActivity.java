package org.minqing.command.activity;

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
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.StudyMode;

/**
 * The activity was otherwise than recorded, or, while it is only planned, than planned. What is left out stays as it is; a
 * wrong day is a void and a new activity.
 *
 * @param organisationId who answers for it; of a SAFETY_CHECK the enterprise checked, unless that is named apart
 * @param plannedOn only while it is planned
 * @param participants only once it was held
 * @param occurredOn left out, or the day of what is corrected
 */
record CorrectActivity(
        @NotNull UUID activityId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable ActivityKind kind,
        @Nullable StudyMode mode,
        @Nullable @DivisionCode String villageCode,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID checkedOrganisationId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID partyBranchId,

        @Nullable @Text(max = 40) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String campaign,

        @Nullable @Size(min = 1) @Text(max = 200) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String topic,

        @Nullable @Size(max = 500) @Ref(value = "Cadre", scoped = false)
        List<@NotNull UUID> cadreIds,

        @Nullable LocalDate plannedOn,
        @Nullable @PositiveOrZero Integer participants,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Told {}
