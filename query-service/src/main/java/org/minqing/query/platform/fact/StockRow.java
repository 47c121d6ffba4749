package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minqing.events.Qualifier;

/**
 * What a position changes in how a key is counted at a place, and alike at places above it: {@code quantity} more from a day on.
 *
 * @param top length of the highest of these places' divisionIds
 * @param programme {@link #NONE}, {@link #ALL}, or one
 * @param anchor {@link LocalDate#MIN}: without days of its own
 */
public record StockRow(
        long position,
        String measure,
        String key,
        String place,
        int top,
        UUID programme,
        LocalDate anchor,
        String part,
        Qualifier qualifier,
        LocalDate validOn,
        BigDecimal quantity) {
    /** Of no programme, and so of every one. */
    public static final UUID NONE = new UUID(0, 0);
    /** Only where all programmes are asked together. */
    public static final UUID ALL = new UUID(-1, -1);

    /** Where it holds: the place and those above it, up to the highest. */
    List<String> places() {
        return Blocks.above(place).stream().filter(each -> each.length() >= top).toList();
    }

    /**
     * As few rows as say the same: what is alike at a place and at those above it stands once.
     *
     * @param rows each of one place, all of one position and key
     */
    static List<StockRow> joined(Collection<StockRow> rows) {
        Set<StockRow> left = new LinkedHashSet<>(rows);
        List<StockRow> joined = new ArrayList<>();
        rows.stream()
                .sorted(Comparator.comparing((StockRow row) -> -row.place.length())
                        .thenComparing(StockRow::place))
                .filter(left::remove)
                .forEach(row -> {
                    int top = row.top;
                    List<String> above = Blocks.above(row.place);
                    for (int i = above.size() - 2; i >= 0 && left.remove(row.at(above.get(i))); i--) {
                        top = above.get(i).length();
                    }
                    joined.add(row.upTo(top));
                });
        return joined;
    }

    private StockRow at(String other) {
        return new StockRow(
                position, measure, key, other, other.length(), programme, anchor, part, qualifier, validOn, quantity);
    }

    private StockRow upTo(int highest) {
        return new StockRow(
                position, measure, key, place, highest, programme, anchor, part, qualifier, validOn, quantity);
    }
}
