package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final int BYTES = 100;

    private final List<Long> asked = new ArrayList<>();
    private final RecentEvents recent = new RecentEvents(8, 1_000_000);

    @Test
    void gives_what_was_added_in_order() {
        recent.add(events(5, 9));
        assertThat(positions(recent.after(4, 10))).containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(positions(recent.after(6, 2))).containsExactly(7L, 8L);
        assertThat(recent.after(9, 10)).isEmpty();
        assertThat(recent.after(3, 10))
                .as("with 4 missing, what comes after it is not given")
                .isEmpty();
    }

    @Test
    void what_was_added_already_is_passed_over() {
        recent.add(events(1, 4));
        StoredEvent third = recent.after(2, 1).getFirst();
        recent.add(events(2, 6));
        assertThat(positions(recent.after(0, 10))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(recent.after(2, 1).getFirst()).isSameAs(third);
    }

    @Test
    void begins_anew_after_a_gap_and_never_gives_two_sides_of_one() {
        recent.add(events(1, 4));
        recent.add(events(6, 7));
        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(recent.after(3, 10)).isEmpty();
        assertThat(recent.after(4, 10)).isEmpty();
        assertThat(positions(recent.after(5, 10))).containsExactly(6L, 7L);
        recent.add(events(5, 5));
        assertThat(recent.after(4, 10)).as("what is behind does not come back").isEmpty();
    }

    @Test
    void holds_no_more_than_so_many() {
        recent.add(events(1, 20));
        assertThat(recent.after(11, 10)).isEmpty();
        assertThat(positions(recent.after(12, 10))).containsExactly(13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void holds_no_more_than_so_many_bytes() {
        var small = new RecentEvents(1_000, 3 * BYTES);
        small.add(events(1, 20));
        assertThat(small.after(16, 10)).isEmpty();
        assertThat(positions(small.after(17, 10))).containsExactly(18L, 19L, 20L);
    }

    @Test
    void one_that_is_larger_than_all_may_be_is_not_held() {
        var small = new RecentEvents(1_000, BYTES - 1);
        small.add(events(1, 3));
        assertThat(small.after(2, 10)).isEmpty();
        assertThat(small.after(3, 10)).isEmpty();
        assertThat(positions(small.after(2, 10, log(3)))).containsExactly(3L);
    }

    @Test
    void what_is_not_held_is_read_and_then_held_for_the_next() {
        assertThat(positions(recent.after(0, 4, log(10)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(recent.after(0, 4, log(10)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(recent.after(4, 4, log(10)))).containsExactly(5L, 6L, 7L, 8L);
        assertThat(asked).containsExactly(0L, 4L);
    }

    @Test
    void whoever_is_far_behind_reads_by_himself_and_takes_nothing_from_the_others() {
        recent.add(events(20, 22));
        assertThat(positions(recent.after(3, 2, log(22)))).containsExactly(4L, 5L);
        assertThat(positions(recent.after(20, 5, log(22)))).containsExactly(21L, 22L);
        assertThat(asked).containsExactly(3L);
    }

    @Test
    void a_reader_that_is_held_up_holds_up_nobody_else() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Thread heldUp = Thread.startVirtualThread(() -> recent.after(0, 4, (position, limit) -> {
            reading.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return events(1, 4);
        }));
        reading.await();
        assertThat(positions(recent.after(0, 4, log(10)))).containsExactly(1L, 2L, 3L, 4L);
        answered.countDown();
        heldUp.join();
        assertThat(positions(recent.after(0, 9, log(10)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(asked).containsExactly(0L);
    }

    @Test
    void whoever_goes_along_gets_every_event_once_whatever_is_held() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            var held = new RecentEvents(1 + random.nextInt(6), (1 + random.nextInt(8)) * (long) BYTES);
            long head = 0;
            long[] stand = new long[3];
            for (int step = 0; step < 100; step++) {
                if (random.nextBoolean()) {
                    long first = head + 1;
                    head += random.nextInt(4);
                    if (random.nextBoolean()) { // appended here; otherwise elsewhere
                        held.add(events(first, head));
                    }
                } else {
                    int reader = random.nextInt(stand.length);
                    List<StoredEvent> next = held.after(stand[reader], 1 + random.nextInt(5), log(head));
                    assertThat(positions(next))
                            .as("seed %d", seed)
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(stand[reader] + 1, stand[reader] + next.size())
                                            .boxed()
                                            .toList());
                    assertThat(next.isEmpty()).as("seed %d", seed).isEqualTo(stand[reader] == head);
                    stand[reader] += next.size();
                }
            }
        }
    }

    private RecentEvents.Reader log(long head) {
        return (position, limit) -> {
            asked.add(position);
            return events(position + 1, Math.min(head, position + limit));
        };
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }

    private static List<StoredEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(RecentEventsTest::event)
                .toList();
    }

    private static StoredEvent event(long position) {
        return new StoredEvent(
                position,
                "Note-a",
                position,
                new UUID(0, position),
                "Note.Written",
                1,
                null,
                null,
                Instant.EPOCH,
                LocalDate.EPOCH,
                "payload",
                Map.of(),
                new byte[BYTES - 10],
                new byte[10]);
    }
}
