package org.minqing.command.platform.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Roles;
import org.minqing.keys.DraftedKeys;
import org.minqing.keys.KeyRing;
import org.minqing.keys.MasterKeys;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.DuplicateCommand;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.KeyRows;
import org.minqing.log.LogClock;
import org.minqing.log.VersionMismatch;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in a command and sees it through: once for each key, judged in the order of the contract, decided again while
 * others write to the same stream. Everything that sends commands comes through here: REST, the demonstration's loader,
 * policies.
 */
public final class CommandDesk {
    private static final int ATTEMPTS = 8;
    private static final long KEYS = 50_000;
    /** Whoever was outpaced so often decides while nobody else does. */
    private static final int ALONE_FROM = 3;

    private static final Duration PATIENCE_ALONE = Duration.ofMillis(200);

    private final CommandTypes types;
    private final EventLog log;
    private final EventTypes eventTypes;
    private final SubjectKeys keys;
    private final Judgement judgement;
    private final Dispatcher dispatcher;
    private final Amendments amendments;
    private final List<AcceptanceListener> afterwards;
    /** Shared by all who decide, taken whole by who is alone: fair, so that nobody overtakes him for ever. */
    private final ReadWriteLock deciding = new ReentrantReadWriteLock(true);

    private final Set<Key> running = ConcurrentHashMap.newKeySet();
    /** Keys that came lately: whoever sends one again is answered from the log, and nothing is decided. */
    private final Cache<Key, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterWrite(Duration.ofMinutes(10))
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

    /** The command, if the sender may send it: 403 by role, then 404 {@code unknown-command}. */
    public void admit(Sender sender, String command) {
        if (!Roles.sendCommands(sender.roles())) {
            throw Refusal.forbidden("role-may-not", command);
        }
        if (AmendmentType.is(command)) {
            return; // whose event it is tells the body
        }
        CommandType type =
                types.find(command).orElseThrow(() -> new Refusal(404, "unknown-command", List.of(command), List.of()));
        if (Roles.chosen(sender.roles(), type.roles()).isEmpty()) {
            throw Refusal.forbidden("role-may-not", command);
        }
    }

    /**
     * Accepts the command, answers it again, or refuses it. A refused command has changed nothing.
     *
     * @throws Refusal with status and code
     */
    public Receipt take(CommandRequest order) {
        return take(prepare(order));
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

    /** As {@link #take(CommandRequest)}, for an order whose body was read. */
    public Receipt take(Prepared prepared) {
        CommandRequest order = prepared.order();
        Key key = Key.of(order);
        if (!running.add(key)) {
            throw Refusal.conflict("in-progress", order.commandId());
        }
        try {
            Receipt receipt = decide(prepared);
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
        SealedCommand sealed = sealed(judged);
        Object command = sealed.command();
        List<String> events = dispatcher
                .dryRun(
                        order,
                        judged.name(),
                        command,
                        judged.why().envelope(),
                        judged.passed(),
                        new KeyedLikenesses(keys, sealed.ring()),
                        mark.bytes(),
                        judged.why().authority())
                .stream()
                .map(eventTypes::name)
                .toList();
        return new DryRun(order.commandId(), Receipt.Subject.of(judged.passed().stream()), events, false);
    }

    /** @param amendment null where the command is itself what is to be entered */
    private record Judged(CommandDraft why, @Nullable Amendment amendment, Judgement.Passed passed) {
        /** Under which it is dispatched; null: that of its class. */
        @Nullable
        String name() {
            return amendment == null ? null : amendment.name();
        }
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
    private Receipt decide(Prepared prepared) {
        CommandRequest order = prepared.order();
        BodyMark mark = BodyMark.of(order, keys.masters());
        if (lately.asMap().putIfAbsent(Key.of(order), Boolean.TRUE) != null) {
            Optional<Receipt> replayed = replay(order, mark);
            if (replayed.isPresent()) {
                return replayed.get();
            }
        }
        for (int attempt = 1; ; attempt++) {
            Optional<Receipt> answer = inTurn(prepared, mark, attempt);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (attempt >= ATTEMPTS) {
                throw Refusal.conflict("concurrent-change", order.command());
            }
            pause(attempt);
        }
    }

    private Optional<Receipt> inTurn(Prepared prepared, BodyMark mark, int attempt) {
        Lock turn = deciding.readLock();
        if (attempt < ALONE_FROM) {
            turn.lock();
        } else if (alone()) {
            turn = deciding.writeLock();
        } else {
            return answer(prepared, mark, attempt);
        }
        try {
            return answer(prepared, mark, attempt);
        } finally {
            turn.unlock();
        }
    }

    /** Not for long: whoever is deciding may be waiting for the read side, and nobody else begins meanwhile. */
    private boolean alone() {
        try {
            return deciding.writeLock().tryLock(PATIENCE_ALONE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing where it is to be decided once more. */
    private Optional<Receipt> answer(Prepared prepared, BodyMark mark, int attempt) {
        LogReferences read = attempt == 1 ? judgement.references() : judgement.freshReferences();
        try {
            Receipt receipt = decide(prepared, mark, read, attempt);
            return receipt.events().isEmpty()
                    ? replay(prepared.order(), mark)
                            .or(() -> judgement.outdated(read) ? Optional.empty() : Optional.of(receipt))
                    : Optional.of(receipt);
        } catch (Refusal refusal) {
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

    private Receipt decide(Prepared prepared, BodyMark mark, LogReferences read, int attempt) {
        Judged judged = judged(prepared, read);
        SealedCommand sealed = sealed(judged);
        try {
            return dispatcher.dispatch(
                    prepared.order(),
                    judged.name(),
                    sealed.command(),
                    judged.why().envelope(),
                    judged.passed(),
                    new KeyedLikenesses(keys, sealed.ring()),
                    mark.bytes(),
                    judged.why().authority(),
                    sealed.keys(),
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

    /**
     * A command whose texts are sealed.
     *
     * @param ring what they were sealed with
     * @param keys what must be durable with what comes of the command
     */
    private record SealedCommand(Object command, KeyRing ring, KeyRows keys) {
        SealedCommand(Object command, DraftedKeys drafted) {
            this(command, drafted.ring(), drafted.rows());
        }
    }

    private SealedCommand sealed(Judged judged) {
        String streamId = judged.passed().streamId();
        Amendment amendment = judged.amendment();
        if (amendment != null) {
            amendment.readSubjects(streamId, judged.passed().references());
            DraftedKeys drafted = drafted(amendment.subjects(streamId));
            keys.index(drafted, amendment.findable(streamId));
            return new SealedCommand(amendment.sealed(streamId, drafted.ring()), drafted);
        }
        CommandDraft draft = judged.why();
        if (draft.texts().isEmpty()) {
            return new SealedCommand(Objects.requireNonNull(draft.unsealed()), drafted(Set.of()));
        }
        draft.texts().readSubjects(streamId, judged.passed().references());
        DraftedKeys drafted = drafted(draft.texts().subjects(streamId));
        keys.index(drafted, draft.texts().findable(streamId));
        return new SealedCommand(draft.sealed(streamId, drafted.ring()), drafted);
    }

    /** A key for each subject; an erased one has none. */
    private DraftedKeys drafted(Set<String> subjects) {
        DraftedKeys drafted = keys.draft(subjects);
        subjects.stream()
                .filter(subject -> !drafted.ring().has(subject))
                .findFirst()
                .ifPresent(erased -> {
                    throw Refusal.conflict("subject-erased", erased);
                });
        return drafted;
    }

    private static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, 4L << Math.min(attempt, 6));
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    /**
     * Tells one body from another without keeping either: an HMAC of command and body, with the number of the master key
     * before it.
     */
    private record BodyMark(MasterKeys masters, byte[] message, byte[] bytes) {
        /** 128 bits tell bodies apart, and every command of every year pays for them. */
        private static final int MARK_BYTES = 16;

        static BodyMark of(CommandRequest order, MasterKeys masters) {
            ObjectNode body = order.asSent() == null ? order.body() : order.asSent();
            byte[] message = (order.command() + "\n" + CanonicalJson.of(body)).getBytes(StandardCharsets.UTF_8);
            return new BodyMark(masters, message, mark(masters, masters.current(), message));
        }

        private static byte[] mark(MasterKeys masters, int number, byte[] message) {
            byte[] hmac = masters.hmac(number, "body", message);
            byte[] mark = new byte[MARK_BYTES + 2];
            mark[0] = (byte) (number >> 8);
            mark[1] = (byte) number;
            System.arraycopy(hmac, 0, mark, 2, MARK_BYTES);
            return mark;
        }

        /** A mark under a master key that was destroyed since tells nothing: the key alone decides then. */
        boolean sameAs(byte[] recorded) {
            int number = (recorded[0] & 0xff) << 8 | recorded[1] & 0xff;
            return Arrays.equals(recorded, bytes)
                    || !masters.has(number)
                    || MessageDigest.isEqual(recorded, mark(masters, number, message));
        }

        @Override
        public String toString() {
            return "BodyMark";
        }
    }
}
