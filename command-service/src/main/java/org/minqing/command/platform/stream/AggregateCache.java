package org.minqing.command.platform.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as they stood after their last command here, so many events of theirs at most, since each holds the whole story of its
 * stream. Another process may have written since: a decision that finds its copy too short asks for a fresh load, and gets none from
 * here.
 */
public final class AggregateCache implements org.axonframework.common.caching.Cache {
    /** What an aggregate weighs beside its events. */
    private static final int OF_ITS_OWN = 4;

    private final Cache<Object, Kept> entries;

    /** @param events of its stream, with those that the command is entering */
    private record Kept(Object value, int events) {}

    /** @param events how many events are kept at most, all aggregates together */
    public AggregateCache(long events) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(events)
                .weigher((Object key, Kept kept) -> OF_ITS_OWN + kept.events)
                .expireAfterAccess(Duration.ofMinutes(30))
                .executor(Runnable::run) // waking another thread for each command costs more than keeping it in order
                .build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        DispatchContext decision = DispatchContext.current();
        if (decision != null && decision.fresh()) {
            return null;
        }
        Kept kept = entries.getIfPresent(key);
        return kept == null ? null : (V) kept.value;
    }

    /** @param key null for an aggregate that a creating command left without a first event */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            entries.put(key, kept(value));
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, kept(value)) == null;
    }

    private static Kept kept(Object value) {
        DispatchContext decision = DispatchContext.current();
        return new Kept(value, decision == null ? 0 : decision.events());
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (k, kept) -> {
            V updated = update.apply((V) kept.value);
            return updated == null ? null : new Kept(updated, kept.events);
        });
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
