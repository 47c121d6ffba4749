package org.minqing.command.household;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Given;
import org.minqing.command.platform.Text;

/**
 * Moves a household to another villagers' group or village from a day on.
 *
 * @param villageCode left out: it stays in its village
 * @param householdNo left out: it keeps its number
 * @param naturalVillage left out: as before within one village, none in another
 */
record RelocateHousehold(
        @NotNull UUID householdId,
        @Nullable @DivisionCode String villageCode,
        @NotNull @Min(1) @Max(Groups.MOST) Integer group,

        @Nullable @Pattern(regexp = Given.REGEXP, message = Given.CODE) @Text(max = 40)
        String householdNo,

        @Nullable @Text(max = 100) String naturalVillage,
        @Nullable LocalDate occurredOn) {}
