package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.minqing.command.platform.form.Amounts;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Money;
import org.minqing.events.fund.InKindItem;

/**
 * Goods in a command.
 *
 * @param basis on what the price was put: invoice, market price, ...
 */
record ItemInput(
        @NotBlank @Text(max = 100) String name,
        @NotNull @Valid QuantityInput quantity,
        @NotNull Money unitPrice,
        @NotBlank @Text(max = 200) String basis) {

    /** Worth the unit price for the quantity; 422 where that is less than a fen or too long a number. */
    InKindItem item(String pointer) {
        Amounts.positive(pointer + "/unitPrice/amount", unitPrice);
        BigDecimal worth = unitPrice.yuan().multiply(quantity.value()).setScale(2, RoundingMode.HALF_UP);
        Money amount = Amounts.positive(pointer + "/quantity/value", Amounts.money(pointer + "/quantity/value", worth));
        return new InKindItem(name, quantity.quantity(), unitPrice, basis, amount);
    }
}
