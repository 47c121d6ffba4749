package org.minqing.edge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Of warnings and errors of one kind one a second, so that a failure which meets everybody does not fill the disk that may be the cause.
 * A kind is a logger, a level and a message before its values are put in.
 */
public final class OncePerSecond extends TurboFilter {
    private static final long SECOND = 1_000_000_000;
    /** Far more than there are; a message that is put together by its caller is a kind of its own each time. */
    private static final int MOST_KINDS = 2_000;

    private final ConcurrentMap<String, Long> last = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    public OncePerSecond() {
        this(System::nanoTime);
    }

    OncePerSecond(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] values,
            @Nullable Throwable failure) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || !logger.isEnabledFor(level)) {
            return FilterReply.NEUTRAL;
        }
        return first(logger.getName() + level + words(format)) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Without the number of a connection or of a thread that many libraries write into the text itself. */
    private static String words(String format) {
        return format.replaceAll("@[0-9a-f]+|[0-9]+", "");
    }

    private boolean first(String kind) {
        long now = clock.getAsLong();
        if (last.size() >= MOST_KINDS) {
            last.clear();
        }
        Long before = last.get(kind);
        if (before != null && now - before < SECOND) {
            return false;
        }
        last.put(kind, now);
        return true;
    }
}
