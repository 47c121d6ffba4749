package org.minqing.log;

import java.util.List;

/** Many requests on their way at once, which enter the log in the order in which they were given. */
public final class AppendsInOrder {
    private final Appender appender;
    private List<PendingAppend> under = List.of();

    public AppendsInOrder(Appender appender) {
        this.appender = appender;
    }

    /** Waits for the requests given before, then sends these; no two of them may touch one stream. */
    public void append(List<AppendRequest> requests) {
        List<PendingAppend> next = requests.stream().map(appender::prepare).toList();
        await();
        next.forEach(appender::enqueue);
        under = next;
    }

    /** Until all of them are durable. */
    public void await() {
        under.forEach(PendingAppend::await);
        under = List.of();
    }
}
