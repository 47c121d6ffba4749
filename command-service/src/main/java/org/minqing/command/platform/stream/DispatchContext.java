package org.minqing.command.platform.stream;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.events.DomainEvent;
import org.minqing.log.AppendContext;

/**
 * What one command takes with it into its unit of work: to the handler, to the engine and to the events' metadata. It
 * travels beside the command, in its metadata, and ends there.
 */
public final class DispatchContext {
    /** Key in the command's metadata. */
    public static final String KEY = "decision";

    final String stream;
    final DecisionContext situation;
    final AppendContext append;
    final Map<String, String> metadata;
    final long length;
    private final boolean fresh;
    private final boolean dryRun;

    /**
     * @param length how many events the stream had when it was judged
     * @param fresh whether the aggregate must come from the log itself
     */
    public DispatchContext(
            String stream,
            long length,
            DecisionContext situation,
            AppendContext append,
            Map<String, String> metadata,
            boolean fresh) {
        this(stream, length, situation, append, metadata, fresh, false);
    }

    private DispatchContext(
            String stream,
            long length,
            DecisionContext situation,
            AppendContext append,
            Map<String, String> metadata,
            boolean fresh,
            boolean dryRun) {
        this.stream = stream;
        this.length = length;
        this.situation = situation;
        this.append = append;
        this.metadata = metadata;
        this.fresh = fresh;
        this.dryRun = dryRun;
    }

    /** Of a decision that is taken on the stream as the log has it, and given up once it is known. */
    public static DispatchContext dryRun(
            String stream, long length, DecisionContext situation, AppendContext append, Map<String, String> metadata) {
        return new DispatchContext(stream, length, situation, append, metadata, true, true);
    }

    /** The decision a command is to lead to. */
    static DispatchContext of(CommandMessage<?> command) {
        if (command.getMetaData().get(KEY) instanceof DispatchContext decision) {
            return decision;
        }
        throw new IllegalStateException("a command comes in through the desk and nowhere else");
    }

    /** The decision being taken on this thread. */
    static @Nullable DispatchContext current() {
        return CurrentUnitOfWork.isStarted()
                ? (DispatchContext) CurrentUnitOfWork.get()
                        .root()
                        .getMessage()
                        .getMetaData()
                        .get(KEY)
                : null;
    }

    boolean fresh() {
        return fresh;
    }

    /** How many the stream has with those that come of the decision. */
    int events() {
        return (int) length + situation.applied().size();
    }

    /** The aggregate came from the cache and lacks what others have entered. Undoes the unit of work, and with it the copy. */
    public static final class OnStaleCopy extends RuntimeException {
        public OnStaleCopy() {
            super("a cached copy is out of date", null, false, false);
        }
    }

    /** What a dry run ends with. Undoes the unit of work, and with it whatever was decided. */
    public static final class EndOfDryRun extends RuntimeException {
        private final transient List<DomainEvent> events;

        EndOfDryRun(List<DomainEvent> events) {
            super("decided, and nothing kept", null, false, false);
            this.events = events;
        }

        /** What would have come, in order. */
        public List<DomainEvent> events() {
            return events;
        }
    }

    /** Opens the unit of work to what the decision carries, and looks at what came of it. */
    public static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
        @Override
        public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            DispatchContext decision = of(unitOfWork.getMessage());
            unitOfWork.resources().put(AppendContext.RESOURCE, decision.append);
            unitOfWork.registerCorrelationDataProvider(message -> decision.metadata);
            Object result = chain.proceed();
            if (decision.dryRun) {
                throw new EndOfDryRun(decision.situation.applied());
            }
            return result;
        }
    }
}
