package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private final AtomicLong left = new AtomicLong(FreeSpace.ENOUGH);
    private final FreeSpace space = new FreeSpace(left::get);

    private void is(long bytes, boolean full) {
        left.set(bytes);
        await().until(() -> {
            space.full();
            return space.bytes() == bytes;
        });
        assertThat(space.full()).isEqualTo(full);
    }

    @Test
    void is_full_below_the_least_and_again_free_only_with_enough() {
        is(FreeSpace.LEAST, false);
        is(FreeSpace.LEAST - 1, true);
        is(FreeSpace.LEAST + (48L << 20), true);
        is(FreeSpace.ENOUGH, false);
        is(FreeSpace.LEAST, false);
    }

    @Test
    void the_applications_of_one_process_know_the_same() {
        var server = new DatabaseSockets.Server();
        FreeSpace first = server.watch(Path.of("a"));
        assertThat(server.watch(Path.of("a"))).isSameAs(first).isSameAs(server.space());
        assertThat(server.watch(Path.of("b"))).isNotSameAs(first);
    }

    @Test
    void a_disk_of_which_nothing_is_known_is_never_full() {
        assertThat(FreeSpace.UNKNOWN.full()).isFalse();
    }
}
