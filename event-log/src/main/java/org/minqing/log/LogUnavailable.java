package org.minqing.log;

import org.jspecify.annotations.Nullable;

/** The log did not answer in time. The command may stand in it or not: repeating it with the same key is safe either way. */
public final class LogUnavailable extends RuntimeException {
    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
