package org.minqing.command.fund;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.minqing.command.platform.form.Amounts;
import org.minqing.events.Money;
import org.minqing.events.fund.InKindItem;

/** Goods given, and what they are worth together. */
record Goods(List<InKindItem> items, Money worth) {
    /** 422 at {@code /items} where they are worth too much, at one of them where that is worth nothing. */
    static Goods of(List<ItemInput> given) {
        List<InKindItem> items = IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).item("/items/" + i))
                .toList();
        BigDecimal worth = items.stream().map(item -> item.amount().yuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Goods(items, Amounts.money("/items", worth));
    }
}
