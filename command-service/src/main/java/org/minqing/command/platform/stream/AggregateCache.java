package org.minqing.command.platform.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as they stood after their last command here. Another process may have written since: a decision that finds its
 * copy too short asks for a fresh load, and gets none from here.
 */
public final class AggregateCache implements org.axonframework.common.caching.Cache {
    private final Cache<Object, Object> entries;

    public AggregateCache(long aggregates) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(aggregates)
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
        return (V) entries.getIfPresent(key);
    }

    /** @param key null for an aggregate that a creating command left without a first event */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            entries.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
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
        entries.asMap().computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
