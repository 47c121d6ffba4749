package org.minqing.command.household;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/**
 * Says of which kinds a household counts from a day on, in place of any it counted of before.
 *
 * @param kinds in the programme's own words, such as 低保户; empty for none
 */
record ClassifyHousehold(
        @NotNull UUID householdId,
        @NotNull @Size(max = 20) @Text(max = 50) List<@NotBlank String> kinds,
        @Nullable LocalDate occurredOn) {}
