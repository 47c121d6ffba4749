package org.minqing.edge;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whether a failure means that the database cannot be reached just now. */
public final class Outage {
    /** Connection lost or refused, no resources, operator intervention, no such database, read-only after a failover. */
    private static final Pattern STATES = Pattern.compile("(08|53|57|3D).*|25006");

    private Outage() {}

    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SocketException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.matcher(sql.getSQLState()).matches())) {
                return true;
            }
        }
        return false;
    }
}
