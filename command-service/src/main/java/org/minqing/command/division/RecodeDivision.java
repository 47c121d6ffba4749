package org.minqing.command.division;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Given;
import org.minqing.command.platform.Text;

/** Gives a division another code from a day on, and another name if one is given. */
record RecodeDivision(
        @NotNull @DivisionCode String divisionId,

        @NotNull @Pattern(regexp = DivisionCodes.FORM, message = "division-code")
        String code,

        @Nullable @Pattern(regexp = Given.REGEXP, message = Given.CODE) @Text(max = 100)
        String name,

        @Nullable LocalDate occurredOn) {}
