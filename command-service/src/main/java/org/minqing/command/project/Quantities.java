package org.minqing.command.project;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Units;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.ProjectItem;

/** Quantities that come in: their units become codes, so that sums are safe. */
final class Quantities {
    /** What is counted one by one. */
    private static final Set<String> WHOLE = Set.of("households", "persons", "plants", "head", "sets", "places");

    private Quantities() {}

    /** 422 for a unit that is not in the list, and for a part of what has no parts. */
    static Quantity measured(String pointer, QuantityInput input) {
        String unit = Units.code(input.unit())
                .orElseThrow(() -> Refusal.invalid(
                        pointer + "/unit",
                        "unknown-unit",
                        String.join(", ", Units.CODES.titles().keySet())));
        if (WHOLE.contains(unit) && input.value().stripTrailingZeros().scale() > 0) {
            throw Refusal.invalid(pointer + "/value", "not-whole");
        }
        return new Quantity(
                input.value(),
                unit,
                Objects.requireNonNullElse(input.qualifier(), Qualifier.EXACT),
                input.asReported());
    }

    /** 422 {@code unusual-unit} for a unit that is not the item's, unless it is confirmed. */
    static Quantity usual(String pointer, ProjectItem item, Quantity quantity, @Nullable Boolean confirmed) {
        if (!item.units().contains(quantity.unit()) && !Boolean.TRUE.equals(confirmed)) {
            throw Refusal.invalid(pointer + "/unit", "unusual-unit", String.join(", ", item.units()));
        }
        return quantity;
    }

    /** 422 for households counted in anything but households, and persons in anything but persons. */
    static Quantity counted(String pointer, BeneficiaryKind kind, Quantity quantity) {
        String unit = kind == BeneficiaryKind.HOUSEHOLDS ? "households" : "persons";
        if (!quantity.unit().equals(unit)) {
            throw Refusal.invalid(pointer + "/unit", "unit-of-beneficiaries", unit);
        }
        return quantity;
    }
}
