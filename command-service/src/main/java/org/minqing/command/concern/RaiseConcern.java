package org.minqing.command.concern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernKind;

/**
 * Writes down what people raised.
 *
 * @param programmeId left out: from the village's link point, else the one programme in force there
 * @param groups numbers of the villagers' groups whose concern it is
 * @param householdId left out: it is nobody's alone
 * @param cadreId who took it down; left out: the cadre who sends it
 * @param source where it came up: a visit, an activity, ...
 */
record RaiseConcern(
        @Nullable UUID concernId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull ConcernKind kind,
        @NotNull @DivisionCode String villageCode,
        @Nullable @Size(max = 100) List<@NotNull @Min(1) @Max(999) Integer> groups,
        @Nullable @Ref("Household") UUID householdId,
        @Nullable @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable @Valid SourceInput source,

        @NotNull @Text(max = 4000, under = "householdId", orOwn = true)
        Sealed text,

        @Nullable LocalDate occurredOn) {}
