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

    /** Takes in the positions after those taken in before, whose facts are in the table. */
    public void take(Connection connection, List<FactRow> facts, long first, long last) throws SQLException {
        stocks.keep(connection, facts, first - 1, last);
        rollUps.close(connection, first, last);
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

    /** Makes {@code roll} once {@code stock} is made, in parts that may be done side by side. */
    public List<Work> rolling(long to) {
        return Blocks.LEVELS.stream()
                .<Work>map(level -> connection -> rollUps.close(connection, level, 0, to))
                .toList();
    }
}
