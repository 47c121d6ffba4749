package org.minqing.query.platform.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether a failure means that the database cannot be reached just now. */
final class Away {
    private Away() {}

    static boolean is(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof java.sql.SQLTransientException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().matches("(08|53|57).*"))) {
                return true;
            }
        }
        return false;
    }
}
