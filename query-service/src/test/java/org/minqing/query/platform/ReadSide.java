package org.minqing.query.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.EventHeaders.Header;
import org.minqing.log.EventTypes;
import org.minqing.log.LogMessageSource;
import org.minqing.log.TestDatabase;
import org.minqing.log.TestLog;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.projection.Projection;
import org.minqing.query.platform.projection.ReadSchema;
import org.minqing.query.platform.projection.Rebuild;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log and a read side behind it, on a database of their own. Events go in through the log. */
public final class ReadSide implements AutoCloseable {
    public static final Duration CLAIM = Duration.ofSeconds(1);
    /** Small ones, so that a test closes many: from two positions for a prefecture to 128 for a village. */
    public static final Blocks BLOCKS = new Blocks(8);

    public final TestDatabase database = TestDatabase.create();
    public final EventTypes types;
    public final TestLog log;
    public final Views views;
    public final Catalogue catalogue;
    public final JdbcClient jdbc;
    private final List<Projection> projections = new ArrayList<>();

    private ReadSide(List<? extends View<?>> views, boolean simulated) {
        this.views = new Views(views);
        this.catalogue = new Catalogue(this.views);
        this.types = EventTypes.of(
                Stream.concat(Stream.of(AmendingEvent.class), views.stream().<Class<?>>map(View::family))
                        .toArray(Class<?>[]::new));
        this.log = simulated
                ? TestLog.simulated(database, types, ReadSide::header, Instant.parse("2000-01-01T00:00:00Z"))
                : TestLog.open(database, types, ReadSide::header);
        ReadSchema.allow(database.owner(), TestDatabase.UPKEEP);
        ReadSchema.migrate(database.upkeep());
        this.jdbc = JdbcClient.create(database.upkeep());
    }

    public static ReadSide of(View<?>... views) {
        return new ReadSide(List.of(views), false);
    }

    /** Recording times are what the test gives. */
    public static ReadSide simulated(View<?>... views) {
        return new ReadSide(List.of(views), true);
    }

    private static Header header(Object event) {
        DomainEvent e = (DomainEvent) event;
        return new Header(e.programme(), e.division(), e.occurredOn());
    }

    public Projection projection() {
        return projection(views);
    }

    public Projection projection(Views with) {
        return projection(with, 200);
    }

    /** @param batch most events taken in at once */
    public Projection projection(Views with, int batch) {
        DataSource own = database.pool(TestDatabase.UPKEEP, 4);
        LogMessageSource source = new LogMessageSource(log.log(), log.tail());
        Projection projection = new Projection(own, log.log(), source, types, with, catalogue, CLAIM, BLOCKS, batch);
        projections.add(projection);
        return projection;
    }

    public ReadSide tailing() {
        projection().start();
        return this;
    }

    public Figures figures() {
        return new Figures(jdbc, BLOCKS);
    }

    public Rebuild rebuild() {
        return new Rebuild(database.upkeep(), log.log(), views, catalogue, BLOCKS);
    }

    public Appended append(String stream, DomainEvent event) {
        return log.append(stream, event).getFirst();
    }

    /** Waits until the read side stands at the log's head; the position. */
    public long settled() throws InterruptedException {
        long head = log.log().head();
        if (!projections.getLast().stands().await(head, Duration.ofSeconds(90))) {
            throw new AssertionError(
                    "the read side stands at " + projections.getLast().stands().position() + ", not at " + head);
        }
        return head;
    }

    @Override
    public void close() {
        projections.forEach(Projection::stop);
        log.close();
        database.close();
    }
}
