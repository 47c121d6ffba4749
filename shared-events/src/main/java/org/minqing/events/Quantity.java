package org.minqing.events;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * So much of something. Different units never add.
 *
 * @param value at most 16 digits before the point and two behind, without needless zeros, so that equal values are equal
 *     bytes
 * @param unit as it is printed: 米, 户, 立方米, ...
 * @param qualifier how exactly it is known
 * @param asReported the wording in which it was reported, such as 800余人
 */
public record Quantity(
        BigDecimal value,
        String unit,
        Qualifier qualifier,
        @Nullable String asReported) {
    public Quantity {
        Objects.requireNonNull(qualifier);
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a quantity without a unit");
        }
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (value.scale() > 2 || value.precision() - value.scale() > 16) {
            throw new IllegalArgumentException("more than 16 digits and two decimals: " + value);
        }
    }
}
