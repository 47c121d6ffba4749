package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.log.LogClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the year's steps, moment after moment. The lanes of one moment go side by side, so that their appends share a
 * commit; the next moment begins when all of them are in the log, so the order of recording is that of the script.
 */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final int SENDERS = 8;
    private static final int UNAVAILABLE = 503;
    private static final Sender CLERK = sender(Step.CLIENT);

    /** Nobody approves or confirms what they entered. */
    private static final Sender LEADER = sender(Step.CLIENT + "-leader");

    private static final Set<String> LEADERS =
            Set.of("ApproveProject", "AcceptProject", "ConfirmResolution", "ConfirmRectification", "ApproveReport");

    /** The read side follows the log, and a period is sealed only where it stands at its head. */
    private static final int PATIENCE_SECONDS = 120;

    private static final int PAUSE_MILLIS = 100;

    private final Function<CommandRequest, Receipt> desk;
    private int commands;
    private int events;
    private int known;

    /** @param desk takes a command in, or answers it again if it did before */
    Loading(Function<CommandRequest, Receipt> desk) {
        this.desk = desk;
    }

    void run(Script script) {
        long begun = System.nanoTime();
        int all = script.steps().size();
        YearMonth month = null;
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (Map.Entry<Instant, List<Step>> moment : script.moments().entrySet()) {
                YearMonth now = YearMonth.from(moment.getKey().atZone(LogClock.ZONE));
                if (!now.equals(month)) {
                    LOG.info("the demonstration reaches {}: {} of {} commands", now, commands, all);
                    month = now;
                }
                send(senders, lanes(moment.getValue()));
            }
        }
        LOG.info(
                "the demonstration year is loaded: {} commands, {} of them known already, {} events, {} ms",
                commands,
                known,
                events,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private static Collection<List<Step>> lanes(List<Step> steps) {
        var lanes = new LinkedHashMap<String, List<Step>>();
        steps.forEach(step ->
                lanes.computeIfAbsent(step.lane(), lane -> new ArrayList<>()).add(step));
        return lanes.values();
    }

    private void send(ExecutorService senders, Collection<List<Step>> lanes) {
        List<Callable<List<Receipt>>> errands = lanes.stream()
                .<Callable<List<Receipt>>>map(
                        lane -> () -> lane.stream().map(this::send).toList())
                .toList();
        try {
            for (Future<List<Receipt>> errand : senders.invokeAll(errands)) {
                errand.get().forEach(this::count);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading; the next start goes on from here", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static Sender sender(String actor) {
        return new Sender(Step.CLIENT, actor, Set.of("office", "province"), "53", null, null);
    }

    private Receipt send(Step step) {
        Sender sender = LEADERS.contains(step.command()) ? LEADER : CLERK;
        CommandRequest order = new CommandRequest(
                sender,
                step.commandId(),
                step.command(),
                step.body(),
                null,
                CommandRequest.Trace.NONE,
                step.recordedAt());
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                try {
                    return desk.apply(order);
                } catch (Refusal refusal) {
                    if (refusal.status() != UNAVAILABLE || System.nanoTime() > patience) {
                        throw refusal;
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
                }
            }
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "the demonstration's %s was refused: %s %s"
                            .formatted(step, refusal.getMessage(), refusal.arguments()),
                    refusal);
        }
    }

    private void count(Receipt receipt) {
        commands++;
        events += receipt.events().size();
        known += receipt.replayed() ? 1 : 0;
    }
}
