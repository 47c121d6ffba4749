package org.minqing.command.platform.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;

/**
 * So much of something inside a command.
 *
 * @param qualifier left out: counted or measured
 * @param asReported the wording in which it was reported
 */
public record QuantityInput(
        @NotNull @Positive BigDecimal value,
        @NotBlank @Text(max = 20) String unit,
        @Nullable Qualifier qualifier,
        @Nullable @Text(max = 100) String asReported) {

    /** As events hold it. */
    public Quantity quantity() {
        return new Quantity(value, unit, Objects.requireNonNullElse(qualifier, Qualifier.EXACT), asReported);
    }
}
