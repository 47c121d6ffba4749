package org.minqing.command.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Text;
import org.minqing.events.document.Period;

/**
 * What a document is about in time.
 *
 * @param to not before {@code from}
 */
record PeriodInput(
        @NotBlank @Text(max = 40) String name,
        @NotNull LocalDate from,
        @NotNull LocalDate to) {
    Period period() {
        if (to.isBefore(from)) {
            throw Refusal.invalid("/period/to", "before-its-beginning", from);
        }
        return new Period(name, from, to);
    }
}
