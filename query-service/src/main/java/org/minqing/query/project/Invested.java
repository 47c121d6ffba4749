package org.minqing.query.project;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;

/**
 * Money of lines in yuan, each counted once: at the stage it has come to.
 *
 * @param source null for all of them together
 * @param total over the stages
 */
record Invested(
        @Nullable InvestmentSource source, BigDecimal approved, BigDecimal paid, BigDecimal settled, BigDecimal total) {

    /** Over all lines. */
    static Invested all(List<Line> lines) {
        return of(null, lines);
    }

    /** By source, for sources that have a line. */
    static List<Invested> bySource(List<Line> lines) {
        return Arrays.stream(InvestmentSource.values())
                .map(source -> of(
                        source,
                        lines.stream()
                                .filter(line -> line.investment().source() == source)
                                .toList()))
                .filter(sum -> sum.total().signum() > 0)
                .toList();
    }

    private static Invested of(@Nullable InvestmentSource source, List<Line> lines) {
        BigDecimal approved = at(InvestmentStage.APPROVED, lines);
        BigDecimal paid = at(InvestmentStage.PAID, lines);
        BigDecimal settled = at(InvestmentStage.SETTLED, lines);
        return new Invested(source, approved, paid, settled, approved.add(paid).add(settled));
    }

    private static BigDecimal at(InvestmentStage stage, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.stage() == stage)
                .map(line -> line.investment().money().yuan())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
