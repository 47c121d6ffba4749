package org.minqing.log;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** There is no space for more. What was sent can be sent again with the same key when there is. */
public final class LogFull extends RuntimeException {
    private static final String DISK_FULL = "53100";

    public LogFull() {
        this(null);
    }

    LogFull(@Nullable Throwable cause) {
        super("the disk of the database is full", cause, false, false);
    }

    /** Whether a failure is the database's word for that. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogFull
                    || (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
