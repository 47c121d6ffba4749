package org.minqing.command.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.log.Admission;
import org.minqing.log.AppendContext;
import org.minqing.log.KeyRows;
import org.minqing.log.ReadSet;

class AggregateCacheTest {
    private final AggregateCache cache = new AggregateCache(10_000);

    /** As after a command on a stream of so many events. */
    private void put(String stream, long length) {
        Caller caller = new Caller("c", "a", Set.of("office"), "office", Reach.SCOPE, "53", null, null);
        DecisionContext situation = new DecisionContext(
                caller, UUID.randomUUID(), LocalDate.EPOCH, new InMemoryReferences(), new Gazetteer());
        AppendContext append = new AppendContext(
                "c", UUID.randomUUID(), new byte[34], null, null, () -> ReadSet.NONE, KeyRows.NONE, Admission.FREE);
        DispatchContext decision = new DispatchContext(stream, length, situation, append, Map.of(), false);
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(
                new GenericCommandMessage<>("x", MetaData.with(DispatchContext.KEY, decision)));
        try {
            cache.put(stream, new Object());
        } finally {
            work.rollback();
        }
    }

    private long kept(String type, int of) {
        return IntStream.range(0, of)
                .filter(i -> cache.containsKey(type + "-" + i))
                .count();
    }

    @Test
    void of_long_streams_it_keeps_few_and_of_short_ones_many() {
        for (int i = 0; i < 100; i++) {
            put("LinkPoint-" + i, 2_000);
        }
        assertThat(kept("LinkPoint", 100)).isBetween(1L, 4L);
        cache.removeAll();
        for (int i = 0; i < 1_000; i++) {
            put("Visit-" + i, 0);
        }
        assertThat(kept("Visit", 1_000)).isEqualTo(1_000);
    }
}
