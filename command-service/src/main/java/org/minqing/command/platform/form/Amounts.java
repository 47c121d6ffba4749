package org.minqing.command.platform.form;

import java.math.BigDecimal;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Money;

/** Amounts of money that come in. */
public final class Amounts {
    /** {@code numeric(18,2)} holds less than this. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(16);

    private Amounts() {}

    /** 422 at {@code /money/amount} for nothing and for less than nothing. */
    public static Money positive(Money money) {
        return positive("/money/amount", money);
    }

    /** 422 for nothing and for less than nothing. */
    public static Money positive(String pointer, Money money) {
        if (money.yuan().signum() <= 0) {
            throw Refusal.invalid(pointer, "positive");
        }
        return money;
    }

    /** 422 for more than {@code numeric(18,2)} holds. */
    public static Money money(String pointer, BigDecimal yuan) {
        if (yuan.compareTo(TOO_MUCH) >= 0) {
            throw Refusal.invalid(pointer, "number-too-long");
        }
        return Money.yuan(yuan);
    }
}
