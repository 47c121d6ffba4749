package org.minqing.command.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.log.EventHeaders;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.Frontier;
import org.minqing.log.TestDatabase;
import org.minqing.log.TestLog;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogIndexTest {
    private static final LocalDate DAY = LocalDate.of(2012, 1, 1);
    private static final EventHeaders HEADERS = payload -> {
        DomainEvent event = (DomainEvent) payload;
        return new EventHeaders.Header(event.programme(), event.division(), event.occurredOn());
    };

    /** Divisions by every name that stands. */
    private static final Index<Set<String>> BY_NAME =
            new Index<>("division-name", new Reference<>("Division", Set.of(), LogIndexTest::named), Set::copyOf);

    private final TestDatabase database = TestDatabase.create();
    private final TestLog log = TestLog.open(database, EventTypes.scan("org.minqing.events"), HEADERS);
    private final JdbcClient jdbc = JdbcClient.create(database.command());
    private final AtomicInteger read = new AtomicInteger();
    private int divisions;

    LogIndexTest() {
        LookupSchema.migrate(database.owner());
    }

    @AfterEach
    void drop() {
        log.close();
        database.close();
    }

    private static Set<String> named(Set<String> names, DomainEvent event) {
        Set<String> more = new HashSet<>(names);
        switch (event) {
            case DivisionRegistered e -> more.add(e.name());
            case DivisionRenamed e -> more.add(e.name());
            default -> {}
        }
        return Set.copyOf(more);
    }

    /** As a process has it that has just started. */
    private final class Started {
        private final Frontier frontier = new Frontier(counted(), log.tail());
        private final Histories histories = new Histories(log.log(), frontier, 1_000);
        private final LogIndex<Set<String>> index = new LogIndex<>(counted(), frontier, histories, jdbc, BY_NAME);

        Set<String> find(String name) {
            frontier.catchUp();
            return index.find(Set.of(name)).keySet();
        }
    }

    /** Counts the events of a type that are read. */
    private EventLog counted() {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(log.log(), arguments);
                    if (method.getName().equals("readType")) {
                        read.addAndGet(((List<?>) answer).size());
                    }
                    return answer;
                });
    }

    private Registered register(String name) {
        String id = "53" + (1000 + divisions++);
        var event = new DivisionRegistered(new Place(id), "53", id, name, DAY);
        return new Registered(
                id, event, log.append("Division-" + id, event).getFirst().eventId());
    }

    private record Registered(String id, DivisionRegistered event, UUID eventId) {}

    @Test
    void what_was_written_down_is_not_read_again_by_the_next_start() {
        for (int i = 0; i < 20; i++) {
            register("old " + i);
        }
        assertThat(new Started().find("old 7")).containsExactly("531007");
        assertThat(read).hasValue(20);
        Registered late = register("late");
        Started next = new Started();
        assertThat(next.find("old 7")).containsExactly("531007");
        assertThat(next.find("late")).containsExactly(late.id);
        assertThat(read).hasValue(21);
    }

    @Test
    void what_comes_while_it_runs_is_found_at_once_and_read_by_nobody() {
        Started started = new Started();
        assertThat(started.find("new")).isEmpty();
        Registered here = register("new");
        Registered there = register("new");
        assertThat(started.find("new")).containsExactlyInAnyOrder(here.id, there.id);
        assertThat(read).hasValue(0);
    }

    @Test
    void a_name_is_found_as_long_as_it_stands_and_by_the_one_it_was_corrected_to() {
        Started started = new Started();
        Registered wrong = register("wrong");
        assertThat(started.find("wrong")).containsExactly(wrong.id);
        var right = new DivisionRegistered(wrong.event.of(), "53", wrong.event.code(), "right", DAY);
        log.append("Division-" + wrong.id, new Corrected<>(wrong.eventId, wrong.event, right, reason(), null));
        assertThat(started.find("wrong")).isEmpty();
        assertThat(started.find("right")).containsExactly(wrong.id);
        assertThat(new Started().find("right")).containsExactly(wrong.id);
        log.append("Division-" + wrong.id, new Voided<>(wrong.eventId, right, reason(), null));
        assertThat(started.find("right")).isEmpty();
        assertThat(new Started().find("right")).isEmpty();
    }

    @Test
    void however_many_come_few_of_them_are_kept() {
        Started started = new Started();
        assertThat(started.find("first")).isEmpty();
        for (int i = 0; i < 1_200; i++) {
            register("name " + i);
        }
        assertThat(started.find("name 3")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from lookup.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_200);
        Registered more = register("one more");
        assertThat(started.find("one more")).containsExactly(more.id);
        assertThat(jdbc.sql("select count(*) from lookup.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_200);
    }

    @Test
    void two_processes_write_the_same_side_by_side() {
        Started one = new Started();
        Started other = new Started();
        Registered first = register("twice");
        assertThat(one.find("twice")).isEqualTo(other.find("twice")).containsExactly(first.id);
        Registered second = register("twice");
        assertThat(other.find("twice")).isEqualTo(one.find("twice")).containsExactlyInAnyOrder(first.id, second.id);
    }

    private static Sealed reason() {
        return new Sealed(1, "person:x", "A256GCM", "iv", "ct");
    }
}
