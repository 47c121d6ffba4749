package org.minqing.command.household;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Given;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a household was registered in the wrong place or under a wrong number. What is left out was right; later
 * moves stand. Of its people {@link CorrectHouseholdMember} speaks.
 *
 * @param without optional fields that should not have been filled in
 */
record CorrectHousehold(
        @NotNull UUID householdId,
        @Nullable @DivisionCode String villageCode,
        @Nullable @Min(1) @Max(Groups.MOST) Integer group,

        @Nullable @Pattern(regexp = Given.REGEXP, message = Given.CODE) @Text(max = 40)
        String householdNo,

        @Nullable @Text(max = 100) String naturalVillage,
        @Nullable Set<@NotNull @Pattern(regexp = "naturalVillage") String> without,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {

    @Nullable
    String naturalVillage(@Nullable String before) {
        return naturalVillage != null ? naturalVillage : without == null || without.isEmpty() ? before : null;
    }
}
