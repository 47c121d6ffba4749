package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What an amount in yuan comes to at the end of each day; its changes are entered in any order. */
final class DailyBalance {
    private final NavigableMap<LocalDate, BigDecimal> changes = new TreeMap<>();

    void add(LocalDate day, BigDecimal yuan) {
        changes.merge(day, yuan, BigDecimal::add);
    }

    BigDecimal on(LocalDate day) {
        return changes.headMap(day, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The least it comes to on the day or on any later one: what may be taken from it on that day. */
    BigDecimal leastFrom(LocalDate day) {
        BigDecimal balance = on(day);
        BigDecimal least = balance;
        for (BigDecimal change : changes.tailMap(day, false).values()) {
            balance = balance.add(change);
            least = least.min(balance);
        }
        return least;
    }
}
