package org.minqing.command.programme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;
import org.minqing.command.platform.Text;

/**
 * Defines a band of ranks and how many households each of its cadres links, from a day on, in place of what the band was
 * before.
 *
 * @param band its name
 */
record DefineLinkQuota(
        @NotNull UUID programmeId,
        @NotBlank @Text(max = 50) String band,
        @NotEmpty List<@NotNull @CodeOf(Standard.RANK) String> rankCodes,
        @NotNull @Min(1) @Max(10_000) Integer households,
        @Nullable LocalDate occurredOn) {}
