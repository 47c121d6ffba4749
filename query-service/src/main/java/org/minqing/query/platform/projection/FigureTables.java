package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.FactRow;

/** What figures are read from beside the facts: {@code stock} and {@code roll} of one schema. See ADR 41. */
public final class FigureTables {
    private final Stocks stocks;
    private final RollUps rollUps;

    /** @param blocks by which figures are asked for, too */
    public FigureTables(String schema, Blocks blocks, Catalogue catalogue) {
        this.stocks = new Stocks(schema, catalogue);
        this.rollUps = new RollUps(schema, blocks, catalogue);
    }

    /**
     * Takes in the positions after those taken in before, whose facts are in the table.
     *
     * @param facts in the order of their positions
     */
    public void take(Connection connection, List<FactRow> facts, long first, long last) throws SQLException {
        rollUps.take(connection, facts, stocks.keep(connection, facts, first - 1, last), first, last);
    }

    /** Whatever stood in the tables, others stand there now. */
    void forget() {
        rollUps.forget();
    }

    /** Some of the work, in a transaction of its own. */
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Makes {@code stock} of all facts up to a position, in parts that may be done side by side. */
    public List<Work> counting(long to) {
        return stocks.counts().stream()
                .<Work>map(count -> connection -> stocks.make(connection, count, to))
                .toList();
    }

    /** Makes {@code roll} once {@code stock} is made, but for its largest blocks, in parts that may be done side by side. */
    public List<Work> rolling(long to) {
        return rollUps.parts(to).stream()
                .<Work>map(part -> connection -> rollUps.roll(connection, part, to))
                .toList();
    }

    /** Makes the largest blocks of {@code roll} out of the others, in parts that may be done side by side. */
    public List<Work> rollingUp(long to) {
        return Blocks.LEVELS.stream()
                .<Work>map(level -> connection -> rollUps.rollUp(connection, level, to))
                .toList();
    }
}
