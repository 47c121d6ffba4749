package org.minqing.events;

import java.math.BigDecimal;

/** The unit in which an amount of money was entered, kept for printing. */
public enum MoneyUnit {
    元(1),
    万元(10_000);

    private final BigDecimal yuan;

    MoneyUnit(long yuan) {
        this.yuan = BigDecimal.valueOf(yuan);
    }

    /** How many yuan one of it is. */
    public BigDecimal yuan() {
        return yuan;
    }
}
