package org.minqing.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in yuan (CNY).
 *
 * @param amount yuan with two decimals, {@code "21000.00"}; at most 16 digits before the point
 * @param enteredUnit in which unit somebody entered it, for printing
 */
public record Money(String amount, @Nullable MoneyUnit enteredUnit) {
    private static final Pattern FORM = Pattern.compile("-?(0|[1-9]\\d{0,15})\\.\\d{2}");

    public Money {
        if (!FORM.matcher(amount).matches() || amount.equals("-0.00")) {
            throw new IllegalArgumentException("not yuan with two decimals: " + amount);
        }
    }

    /** So many yuan; fen are the smallest part, anything below is refused. */
    public static Money yuan(BigDecimal yuan) {
        return of(yuan, null);
    }

    /** So many yuan, entered in this unit. */
    public static Money of(BigDecimal yuan, @Nullable MoneyUnit enteredUnit) {
        return new Money(yuan.setScale(2, RoundingMode.UNNECESSARY).toPlainString(), enteredUnit);
    }

    /** The amount as a number of yuan. */
    public BigDecimal yuan() {
        return new BigDecimal(amount);
    }

    /** The sum, in no unit in particular. */
    public Money plus(Money other) {
        return yuan(yuan().add(other.yuan()));
    }

    /** This price for so many, rounded half up to the fen. */
    public Money times(BigDecimal count) {
        return yuan(yuan().multiply(count).setScale(2, RoundingMode.HALF_UP));
    }
}
