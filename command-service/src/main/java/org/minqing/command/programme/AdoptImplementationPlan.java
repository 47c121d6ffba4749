package org.minqing.command.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;

/** Lets the programme go by an implementation plan 实施方案 from a day on. */
record AdoptImplementationPlan(
        @NotNull UUID programmeId,
        @NotBlank @Text(max = 200) String title,
        @Nullable @Text(max = 100) String documentNo,
        @Nullable UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
