package org.minqing.edge;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** Whether a failure means that the database cannot be reached just now. */
public final class Outage {
    /** Connection lost or refused, no resources, operator intervention, no such database, read-only after a failover. */
    private static final Pattern STATES = Pattern.compile("(08|53|57|3D).*|25006");

    private Outage() {}

    /** The same, of a failure that came from the database: not every one of the driver's is put into another. */
    public static boolean ofDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException
                    || cause instanceof TransactionException
                    || cause instanceof SQLException) {
                return causes(failure);
            }
        }
        return false;
    }

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
