package org.minqing.edge.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Caller HEAVY = new Caller("heavy", null);
    private static final Caller OTHER = new Caller("other", null);
    private static final Caller THIRD = new Caller("third", null);
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void one_caller_takes_no_more_than_his_own_and_leaves_the_rest_to_others() {
        var places = new Places(4, 3, 0, LONG);
        for (int i = 0; i < 3; i++) {
            places.take(HEAVY);
        }
        assertThatThrownBy(() -> places.take(HEAVY)).isInstanceOf(ShareRefusal.class);
        assertThat(places.take(OTHER)).isNotNull();
        assertThat(places.taken()).isEqualTo(4);
    }

    @Test
    void a_place_that_becomes_free_goes_to_whoever_has_the_fewest_however_many_wait_before() {
        var places = new Places(2, 2, 100, LONG);
        List<Places.Place> taken = new ArrayList<>(List.of(places.take(HEAVY), places.take(HEAVY)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Places.Place>> heavy = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                heavy.add(CompletableFuture.supplyAsync(() -> places.take(HEAVY), threads));
            }
            await().until(() -> places.queued() == 50);
            var other = CompletableFuture.supplyAsync(() -> places.take(OTHER), threads);
            await().until(() -> places.queued() == 51);
            taken.removeLast().close();
            Places.Place got = other.orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(heavy).noneMatch(CompletableFuture::isDone);
            got.close();
            taken.removeLast().close();
            CompletableFuture<?>[] gone = heavy.stream()
                    .map(each -> each.thenAccept(Places.Place::close))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(gone).orTimeout(60, TimeUnit.SECONDS).join();
        }
        assertThat(places.taken()).isZero();
        assertThat(places.known()).as("nothing is kept of whoever has gone").isZero();
    }

    @Test
    void whoever_waits_too_long_or_finds_too_many_waiting_is_told_to_come_again() {
        var places = new Places(1, 1, 1, Duration.ofMillis(50));
        Places.Place taken = places.take(HEAVY);
        assertThatThrownBy(() -> places.take(OTHER)).isInstanceOfSatisfying(ShareRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.code()).isEqualTo("overloaded");
            assertThat(refusal.retryAfter()).isPositive();
        });
        assertThat(places.queued()).isZero();
        taken.close();
        taken.close();
        assertThat(places.taken()).as("closed twice, left once").isZero();
        assertThat(places.take(THIRD)).isNotNull();
    }
}
