package org.minqing.edge;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

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

    /** A rollback that fails hides what it was for. */
    private static boolean overridden(TransactionSystemException failure) {
        Throwable first = failure.getApplicationException();
        return first != null && causes(first);
    }

    /** The pool's word for a connection it has given up, which has no state. */
    private static boolean closedByPool(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SocketException
                    || (cause instanceof TransactionSystemException ended && overridden(ended))
                    || (cause instanceof SQLException closed && closedByPool(closed))
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.matcher(sql.getSQLState()).matches())) {
                return true;
            }
        }
        return false;
    }
}
