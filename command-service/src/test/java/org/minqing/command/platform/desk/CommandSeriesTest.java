package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.platform.desk.CommandSeries.Foresight;
import org.minqing.command.platform.desk.CommandSeries.GivenUp;
import org.minqing.command.platform.desk.CommandSeries.Member;
import org.minqing.command.platform.desk.CommandSeries.Superseded;
import org.minqing.log.ReadSet;

@Timeout(60)
class CommandSeriesTest {
    private static final ReadSet NOTHING = new ReadSet(0, Map.of(), Map.of(), Map.of());

    private final CommandSeries series = new CommandSeries();
    private final List<String> joined = new CopyOnWriteArrayList<>();

    @Test
    void whoever_has_nothing_to_do_with_the_others_joins_while_they_are_under_way() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        admit(first, NOTHING);
        admit(second, NOTHING);
        assertThat(joined).containsExactly("Note-1", "Note-2");
    }

    @Test
    void nobody_joins_before_those_handed_in_before() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        Attempt early = new Attempt(() -> admit(second, NOTHING));
        early.awaitWaiting();
        assertThat(joined).isEmpty();
        admit(first, NOTHING);
        early.done();
        assertThat(joined).containsExactly("Note-1", "Note-2");
    }

    @Test
    void who_looked_at_what_one_before_it_wrote_is_decided_again_when_that_is_entered() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        admit(first, NOTHING);
        Attempt reader = new Attempt(() -> admit(second, new ReadSet(0, Map.of("Note-1", 0L), Map.of(), Map.of())));
        reader.awaitWaiting();
        first.end(true);
        assertThatThrownBy(reader::done).hasRootCauseInstanceOf(Superseded.class);
        assertThat(joined).containsExactly("Note-1");
        second.deciding();
        admit(second, new ReadSet(1, Map.of("Note-1", 1L), Map.of(), Map.of()));
        assertThat(joined).containsExactly("Note-1", "Note-2");
    }

    @Test
    void what_came_to_its_end_while_another_was_decided_supersedes_it_too() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        admit(first, NOTHING);
        first.end(true);
        ReadSet all = new ReadSet(0, Map.of(), Map.of("Note", 0L), Map.of());
        assertThatThrownBy(() -> admit(second, all)).isInstanceOf(Superseded.class);
        second.deciding();
        admit(second, all);
        assertThat(joined).containsExactly("Note-1", "Note-2");
    }

    @Test
    void a_refusal_holds_only_if_nobody_before_it_makes_it_otherwise() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        Member third = deciding("Note-3");
        admit(first, NOTHING);
        first.end(true);
        ReadSet absent = new ReadSet(0, Map.of("Note-1", 0L), Map.of(), Map.of());
        assertThatThrownBy(() -> second.settle(absent)).isInstanceOf(Superseded.class);
        second.deciding();
        second.settle(absent);
        second.end(false);
        third.settle(new ReadSet(0, Map.of("Note-2", 0L), Map.of(), Map.of())); // which came to nothing
    }

    @Test
    void who_writes_what_one_before_it_looked_at_waits_until_that_is_entered() {
        Member first = deciding("Note-1");
        Member second = deciding("Note-2");
        admit(first, new ReadSet(0, Map.of("Note-2", 1L), Map.of(), Map.of()));
        Attempt writer = new Attempt(() -> admit(second, NOTHING));
        writer.awaitWaiting();
        assertThat(joined).containsExactly("Note-1");
        first.end(true);
        writer.done();
        assertThat(joined).containsExactly("Note-1", "Note-2");
    }

    @Test
    void who_asks_what_names_an_id_or_asks_the_read_side_comes_after_all_before_it() {
        for (ReadSet everything : List.of(
                new ReadSet(0, Map.of(), Map.of(), Map.of("an id", 0L)),
                new ReadSet(0, Map.of(), Map.of(ReadSet.ANYTHING, 0L), Map.of()))) {
            Member first = deciding("Note-1");
            Member second = deciding("Note-2");
            admit(first, NOTHING);
            first.end(true);
            assertThatThrownBy(() -> admit(second, everything)).isInstanceOf(Superseded.class);
            second.end(false);
        }
    }

    @Test
    void of_two_that_claim_the_same_the_later_is_decided_when_the_earlier_is_entered() {
        ReadSet claim = new ReadSet(0, Map.of(), Map.of(), Map.of(), Map.of("Household#7", 0L));
        Member first = deciding("Household-1");
        Member second = deciding("Household-2");
        admit(first, claim);
        first.end(true);
        assertThatThrownBy(() -> admit(second, claim)).isInstanceOf(Superseded.class);
        assertThat(joined).containsExactly("Household-1");
    }

    @Test
    void what_the_fields_show_is_waited_for_until_it_is_answered() {
        UUID key = UUID.randomUUID();
        Member first = series.next(key, streams("Note-1"));
        for (Member later : List.of(
                series.next(UUID.randomUUID(), streams("Note-1")),
                series.next(UUID.randomUUID(), streams("Note-2", "Note-1")),
                series.next(key, streams("Note-3")),
                series.next(UUID.randomUUID(), new Foresight.Nothing()))) {
            Attempt attempt = new Attempt(later::begin);
            attempt.awaitWaiting();
            attempt.thread.interrupt();
        }
        Member last = series.next(UUID.randomUUID(), streams("Note-4"));
        new Attempt(last::begin).awaitWaiting(); // for the one of which nobody knows what it writes
        first.end(true);
        first.answered();
    }

    @Test
    void given_up_it_takes_none_that_was_not_begun() {
        series.next(UUID.randomUUID(), streams("Note-1")).begin();
        Attempt waiting = new Attempt(series.next(UUID.randomUUID(), streams("Note-1"))::begin);
        Member late = series.next(UUID.randomUUID(), streams("Note-2"));
        waiting.awaitWaiting();
        series.giveUp();
        assertThatThrownBy(waiting::done).hasRootCauseInstanceOf(GivenUp.class);
        assertThatThrownBy(late::begin).isInstanceOf(GivenUp.class);
    }

    private static Foresight streams(String stream, String... referred) {
        return new Foresight.Streams(stream, Set.of(referred));
    }

    private final Map<Member, String> names = new ConcurrentHashMap<>();

    private Member deciding(String stream) {
        Member member = series.next(UUID.randomUUID(), streams(stream));
        names.put(member, stream);
        member.deciding();
        return member;
    }

    private void admit(Member member, ReadSet reads) {
        member.admit(reads, () -> joined.add(names.get(member)));
    }

    /** Something that may have to wait. */
    private static final class Attempt {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Thread thread;

        Attempt(Runnable attempt) {
            thread = Thread.startVirtualThread(() -> {
                try {
                    attempt.run();
                    done.complete(null);
                } catch (RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
        }

        void awaitWaiting() {
            await().until(() -> thread.getState() == Thread.State.WAITING);
            assertThat(done).isNotDone();
        }

        void done() {
            done.join();
        }
    }
}
