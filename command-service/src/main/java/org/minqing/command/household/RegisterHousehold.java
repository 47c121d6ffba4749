package org.minqing.command.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Text;

/**
 * Enters a household into a village's register.
 *
 * @param group number of the villagers' group
 * @param householdNo as the village writes it; one that is there twice is a finding, not a refusal
 * @param members all but the head
 */
record RegisterHousehold(
        @Nullable UUID householdId,
        @NotNull @DivisionCode String villageCode,
        @NotNull @Min(1) @Max(Groups.MOST) Integer group,
        @NotBlank @Text(max = 40) String householdNo,
        @NotNull @Valid PersonInput head,
        @Nullable @Size(max = 100) List<@NotNull @Valid PersonInput> members,
        @Nullable @Text(max = 100) String naturalVillage,
        @Nullable LocalDate occurredOn) {

    List<PersonInput> others() {
        return members == null ? List.of() : members;
    }
}
