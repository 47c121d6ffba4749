package org.minqing.command.division;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Text;

/** Gives a division another name from a day on. */
record RenameDivision(
        @NotNull @DivisionCode String divisionId,
        @NotBlank @Text(max = 100) String name,
        @Nullable LocalDate occurredOn) {}
