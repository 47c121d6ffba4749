package org.minqing.command.platform.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Roles;
import org.minqing.command.platform.type.StreamTarget;
import org.minqing.events.Ids;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.DuplicateCommand;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.LogClock;
import org.minqing.log.LogFull;
import org.minqing.log.VersionMismatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in a command and sees it through: once for each key, judged in the order of the contract, decided again while
 * others write to the same stream. Everything that sends commands comes through here: REST, the demonstration's loader,
 * policies.
 */
public final class CommandDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandDesk.class);
    private static final int ATTEMPTS = 8;
    private static final long KEYS = 50_000;
    /** Whoever was outpaced so often decides while nobody else does. */
    private static final int ALONE_FROM = 3;

    private final CommandTypes types;
    private final EventLog log;
    private final EventTypes eventTypes;
    private final SubjectKeys keys;
    private final Judgement judgement;
    private final Dispatcher dispatcher;
    private final Amendments amendments;
    private final List<AcceptanceListener> afterwards;
    private final Turn turn = new Turn();
    private final Set<Key> running = ConcurrentHashMap.newKeySet();
    /** Keys that came lately: whoever sends one again is answered from the log, and nothing is decided. */
    private final Cache<Key, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterWrite(Duration.ofMinutes(10))
            // it is kept in order by whoever writes: waking another thread for each command costs more
            .executor(Runnable::run)
            .build();

    private record Key(String client, UUID commandId) {
        static Key of(CommandRequest order) {
            return new Key(order.sender().client(), order.commandId());
        }
    }

    public CommandDesk(
            CommandTypes types,
            EventLog log,
            EventTypes eventTypes,
            SubjectKeys keys,
            Judgement judgement,
            Dispatcher dispatcher,
            Amendments amendments,
            List<AcceptanceListener> afterwards) {
        this.amendments = amendments;
        this.afterwards = List.copyOf(afterwards);
        this.types = types;
        this.log = log;
        this.eventTypes = eventTypes;
        this.keys = keys;
        this.judgement = judgement;
        this.dispatcher = dispatcher;
    }

    /** 403 where the sender's claims open nothing. */
    public void admit(Sender sender) {
        judgement.requireAdmitted(sender, log.clock().today());
    }

    /** The command, if the sender may send it: 403 by role, 404 {@code unknown-command}, 403 by what the claims name. */
    public void admit(Sender sender, String command) {
        if (!Roles.sendCommands(sender.roles())) {
            throw Refusal.forbidden("role-may-not", command);
        }
        if (AmendmentType.is(command)) {
            admit(sender);
            return; // whose event it is tells the body
        }
        CommandType type =
                types.find(command).orElseThrow(() -> new Refusal(404, "unknown-command", List.of(command), List.of()));
        Admission.grant(sender, type);
        admit(sender);
    }

    /**
     * Accepts the command, answers it again, or refuses it. A refused command has changed nothing.
     *
     * @throws Refusal with status and code
     */
    public Receipt take(CommandRequest order) {
        return take(prepare(order), CommandSeries.single());
    }

    /**
     * Refuses what would be refused before the aggregate is asked: for whoever has something to make or keep before the
     * command can be sent.
     */
    public void judge(CommandRequest order) {
        judgement.judge(
                order, Objects.requireNonNull(prepare(order).draft()), today(order), judgement.freshReferences());
    }

    /** Reads the body as the command it is to be: 400 where it is none. Nothing is asked of the log yet. */
    public Prepared prepare(CommandRequest order) {
        admit(order.sender(), order.command());
        if (AmendmentType.is(order.command())) {
            return new Prepared(order, null);
        }
        CommandType type = types.find(order.command()).orElseThrow();
        if (type.ownDoor() && order.asSent() == null) {
            throw new Refusal(404, "unknown-command", List.of(order.command()), List.of());
        }
        CommandDraft draft = new CommandDraft(type, order.body(), order.sender().client(), order.commandId());
        judgement.requireReadable(draft, today(order));
        return new Prepared(order, draft);
    }

    /**
     * An order whose body was read.
     *
     * @param draft null where what it is about is to be found out first
     */
    public record Prepared(CommandRequest order, @Nullable CommandDraft draft) {}

    /** The order's place among others, in which it is to be taken. */
    public CommandSeries.Member place(Prepared prepared, CommandSeries series) {
        CommandRequest order = prepared.order();
        CommandDraft draft = prepared.draft();
        return series.next(order.commandId(), draft == null ? foresight(order) : foresight(order, draft));
    }

    /** An amendment goes to the stream of its event; what its changes refer to shows when it is decided. */
    private CommandSeries.Foresight foresight(CommandRequest order) {
        return amendments.stream(order)
                .<CommandSeries.Foresight>map(stream -> new CommandSeries.Foresight.Streams(stream, Set.of()))
                .orElseGet(CommandSeries.Foresight.Nothing::new);
    }

    private static CommandSeries.Foresight foresight(CommandRequest order, CommandDraft draft) {
        Object command = draft.unsealed();
        if (command == null) {
            return new CommandSeries.Foresight.Nothing();
        }
        UUID madeId = Ids.made(order.sender().client(), order.commandId());
        return StreamTarget.plain(command, draft.type(), madeId)
                .<CommandSeries.Foresight>map(stream -> new CommandSeries.Foresight.Streams(
                        stream,
                        Rules.references(command).stream()
                                .map(Rules.Referred::stream)
                                .collect(Collectors.toSet())))
                .orElseGet(CommandSeries.Foresight.Nothing::new);
    }

    /**
     * As {@link #take(CommandRequest)}, for an order whose body was read and that has its place among others.
     *
     * @throws CommandSeries.GivenUp where the series was given up before it was begun
     */
    public Receipt take(Prepared prepared, CommandSeries.Member member) {
        boolean entered = true;
        try {
            member.begin();
            Receipt receipt = once(prepared, member);
            entered = !receipt.events().isEmpty();
            return receipt;
        } catch (Refusal | CommandSeries.GivenUp nothing) {
            entered = false;
            throw nothing;
        } finally {
            member.end(entered);
        }
    }

    private Receipt once(Prepared prepared, CommandSeries.Member member) {
        CommandRequest order = prepared.order();
        Key key = Key.of(order);
        if (!running.add(key)) {
            throw Refusal.conflict("in-progress", order.commandId());
        }
        try {
            Receipt receipt = decide(prepared, member);
            afterwards.forEach(each -> each.accepted(order.command(), receipt));
            return receipt;
        } finally {
            running.remove(key);
        }
    }

    /**
     * What would come of the command as things stand, or the refusal it would get. Writes nothing: no event, no key of a
     * subject, no idempotency row; nobody is told.
     *
     * @throws Refusal with status and code
     */
    public DryRun dryRun(Prepared prepared) {
        CommandRequest order = prepared.order();
        BodyMark mark = BodyMark.of(order, keys.masters());
        Optional<Receipt> replayed = replay(order, mark);
        if (replayed.isPresent()) {
            return new DryRun(order.commandId(), replayed.get().subject(), List.of(), true);
        }
        Judged judged = judged(prepared, judgement.freshReferences());
        SealedCommand sealed = SealedCommand.of(judged, keys);
        Object command = sealed.command();
        List<String> events = dispatcher
                .dryRun(
                        order,
                        judged.name(),
                        command,
                        judged.why().envelope(),
                        judged.passed(),
                        new KeyedLikenesses(keys, sealed.ring(), judged.passed().references()),
                        mark.bytes(),
                        judged.why().authority())
                .stream()
                .map(eventTypes::name)
                .toList();
        return new DryRun(order.commandId(), Receipt.Subject.of(judged.passed().stream()), events, false);
    }

    private Judged judged(Prepared prepared, LogReferences read) {
        LocalDate today = today(prepared.order());
        CommandDraft draft = prepared.draft();
        if (draft != null) {
            return new Judged(draft, null, judgement.judge(prepared.order(), draft, today, read));
        }
        Amendment amendment = amendments.of(prepared.order(), today);
        return new Judged(amendment.why(), amendment, judgement.judge(prepared.order(), amendment, today, read));
    }

    /**
     * What is appended, the log judges: whether the key was used, and whether anything the decision looked at has grown. What is
     * not, a refusal or that nothing is to be done, is an answer only if it holds as the log stands now.
     */
    private Receipt decide(Prepared prepared, CommandSeries.Member member) {
        CommandRequest order = prepared.order();
        BodyMark mark = BodyMark.of(order, keys.masters());
        if (lately.asMap().putIfAbsent(Key.of(order), Boolean.TRUE) != null) {
            Optional<Receipt> replayed = replay(order, mark);
            if (replayed.isPresent()) {
                return replayed.get();
            }
        }
        requireSpace();
        int attempt = 1;
        while (true) {
            try {
                Optional<Receipt> answer = inTurn(prepared, mark, member, attempt);
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (attempt >= ATTEMPTS) {
                    throw Refusal.conflict("concurrent-change", order.command());
                }
                pause(attempt++);
            } catch (CommandSeries.Superseded e) {
                LOGGER.trace("{} is decided once more: it comes after what it rests on", order.commandId());
            }
        }
    }

    /** Before anything is looked up: with no space left the database may be away too. */
    private void requireSpace() {
        if (log.space().full()) {
            throw new LogFull();
        }
    }

    private Optional<Receipt> inTurn(Prepared prepared, BodyMark mark, CommandSeries.Member member, int attempt) {
        if (attempt < ALONE_FROM) {
            return turn.shared(member.awaited(), () -> answer(prepared, mark, member, attempt));
        }
        member.awaitAll(); // who is alone must wait for nobody
        return turn.alone(() -> answer(prepared, mark, member, attempt));
    }

    /** Nothing where it is to be decided once more. */
    private Optional<Receipt> answer(Prepared prepared, BodyMark mark, CommandSeries.Member member, int attempt) {
        member.deciding();
        LogReferences read = attempt == 1 ? judgement.references() : judgement.freshReferences();
        try {
            Receipt receipt = decide(prepared, mark, read, member, attempt);
            if (!receipt.events().isEmpty()) {
                return Optional.of(receipt);
            }
            member.settle(read.reads());
            return replay(prepared.order(), mark)
                    .or(() -> judgement.outdated(read) ? Optional.empty() : Optional.of(receipt));
        } catch (Refusal refusal) {
            member.settle(read.reads());
            Optional<Receipt> replayed = replay(prepared.order(), mark);
            if (replayed.isEmpty() && !judgement.outdated(read)) {
                throw refusal;
            }
            return replayed;
        } catch (Outpaced e) {
            if (attempt >= ATTEMPTS) {
                throw Refusal.conflict("concurrent-change", e.stream);
            }
            return replay(prepared.order(), mark);
        }
    }

    private Receipt decide(
            Prepared prepared, BodyMark mark, LogReferences read, CommandSeries.Member member, int attempt) {
        Judged judged = judged(prepared, read);
        SealedCommand sealed = SealedCommand.of(judged, keys);
        try {
            return dispatcher.dispatch(
                    prepared.order(),
                    judged.name(),
                    sealed.command(),
                    judged.why().envelope(),
                    judged.passed(),
                    new KeyedLikenesses(keys, sealed.ring(), judged.passed().references()),
                    mark.bytes(),
                    judged.why().authority(),
                    sealed.keys(),
                    member,
                    attempt > 1);
        } catch (ConcurrencyException | VersionMismatch | DuplicateCommand | DispatchContext.OnStaleCopy e) {
            throw new Outpaced(judged.passed().stream(), e);
        }
    }

    /** Somebody was quicker: it is to be decided once more. */
    private static final class Outpaced extends RuntimeException {
        private final String stream;

        Outpaced(String stream, RuntimeException cause) {
            super("decided on what has changed", cause, false, false);
            this.stream = stream;
        }
    }

    private Optional<Receipt> replay(CommandRequest order, BodyMark mark) {
        return log.findCommand(order.sender().client(), order.commandId()).map(recorded -> {
            if (!mark.sameAs(recorded.bodyHmac())) {
                throw new Refusal(422, "idempotency-key-reused", List.of(order.commandId()), List.of());
            }
            return Receipt.replayed(order.commandId(), log.readRange(recorded.first(), recorded.last()));
        });
    }

    private LocalDate today(CommandRequest order) {
        LogClock clock = log.clock();
        return order.simulatedTime() != null && clock.simulated()
                ? order.simulatedTime().atZone(LogClock.ZONE).toLocalDate()
                : clock.today();
    }

    private static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, 4L << Math.min(attempt, 6));
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
