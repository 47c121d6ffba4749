package org.minqing.edge;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;

/** A database that is away is one line, whoever was asking it; every other failure is told with all its frames. */
public final class BriefOutage extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        if (!(failure instanceof ThrowableProxy known) || !Outage.causes(known.getThrowable())) {
            return super.throwableProxyToString(failure);
        }
        IThrowableProxy root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClassName() + ": "
                + String.valueOf(root.getMessage()).lines().findFirst().orElse("") + System.lineSeparator();
    }
}
