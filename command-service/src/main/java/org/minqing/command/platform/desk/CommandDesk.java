package org.minqing.command.platform.desk;

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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Roles;
import org.minqing.events.Ids;
import org.minqing.keys.KeyRing;
import org.minqing.keys.MasterKeys;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.DuplicateCommand;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
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

    private final CommandTypes types;
    private final EventLog log;
    private final EventTypes eventTypes;
    private final SubjectKeys keys;
    private final Judgement judgement;
    private final Dispatcher dispatcher;
    private final Amendments amendments;
    private final List<AcceptanceListener> afterwards;
    private final Set<Key> running = ConcurrentHashMap.newKeySet();

    private record Key(String client, UUID commandId) {}

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
        return take(prepare(order), null);
    }

    /**
     * Refuses what would be refused before the aggregate is asked: for whoever has something to make or keep before the
     * command can be sent.
     */
    public void judge(CommandRequest order) {
        judgement.judge(order, Objects.requireNonNull(prepare(order).draft()), today(order));
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
        return new Prepared(order, draft);
    }

    /**
     * An order whose body was read.
     *
     * @param draft null where what it is about is to be found out first
     */
    public record Prepared(CommandRequest order, @Nullable CommandDraft draft) {
        /** Whose keys it will need, as far as that can be told without the log. */
        public Set<String> likelySubjects() {
            if (draft == null) {
                return Set.of();
            }
            Object given = draft.unsealed() == null
                    ? null
                    : RecordFields.value(draft.unsealed(), draft.type().idField());
            UUID made = Ids.made(order.sender().client(), order.commandId());
            return !draft.texts().isEmpty() && !draft.type().determined()
                    ? draft.texts().subjects(String.valueOf(given == null ? made : given))
                    : Set.of();
        }
    }

    /** @param ring keys made beforehand for a stretch of orders, if any */
    public Receipt take(Prepared prepared, @Nullable KeyRing ring) {
        CommandRequest order = prepared.order();
        Key key = new Key(order.sender().client(), order.commandId());
        if (!running.add(key)) {
            throw Refusal.conflict("in-progress", order.commandId());
        }
        try {
            Receipt receipt = decide(prepared, ring);
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
        Judged judged = judged(prepared);
        Sealing sealing = Sealing.of(judged, keys::forTrial, texts -> {});
        Object command = sealing.command();
        List<String> events = dispatcher
                .dryRun(
                        order,
                        judged.name(),
                        command,
                        judged.why().envelope(),
                        judged.passed(),
                        new KeyedLikenesses(keys, sealing.ring()),
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

    private Judged judged(Prepared prepared) {
        LocalDate today = today(prepared.order());
        CommandDraft draft = prepared.draft();
        if (draft != null) {
            return new Judged(draft, null, judgement.judge(prepared.order(), draft, today));
        }
        Amendment amendment = amendments.of(prepared.order(), today);
        return new Judged(amendment.why(), amendment, judgement.judge(prepared.order(), amendment, today));
    }

    private Receipt decide(Prepared prepared, @Nullable KeyRing ring) {
        BodyMark mark = BodyMark.of(prepared.order(), keys.masters());
        boolean fresh = false;
        for (int attempt = 1; ; attempt++) {
            Optional<Receipt> replayed = replay(prepared.order(), mark);
            if (replayed.isPresent()) {
                return replayed.get();
            }
            Judged judged = judged(prepared);
            Sealing sealing = Sealing.of(
                    judged,
                    subjects -> ring != null && subjects.stream().allMatch(ring::has) ? ring : keys.ensure(subjects),
                    keys::index);
            try {
                return dispatcher.dispatch(
                        prepared.order(),
                        judged.name(),
                        sealing.command(),
                        judged.why().envelope(),
                        judged.passed(),
                        new KeyedLikenesses(keys, sealing.ring()),
                        mark.bytes(),
                        judged.why().authority(),
                        fresh);
            } catch (Dispatcher.OnCopy e) {
                fresh = true;
            } catch (ConcurrencyException | VersionMismatch | DuplicateCommand e) {
                if (attempt >= ATTEMPTS) {
                    throw Refusal.conflict("concurrent-change", judged.passed().stream());
                }
                pause(attempt);
            }
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

    /** A command whose texts are sealed, and the keys they were sealed with. */
    private record Sealing(Object command, KeyRing ring) {
        /**
         * @param making gives the keys of subjects; an erased one has none
         * @param index lets them be found by what is sealed
         */
        static Sealing of(
                Judged judged, Function<Set<String>, KeyRing> making, Consumer<List<SubjectKeys.Findable>> index) {
            String streamId = judged.passed().streamId();
            Amendment amendment = judged.amendment();
            if (amendment != null) {
                amendment.readSubjects(streamId, judged.passed().references());
                KeyRing ring = CommandDesk.ring(amendment.subjects(streamId), making);
                index.accept(amendment.findable(streamId));
                return new Sealing(amendment.sealed(streamId, ring), ring);
            }
            CommandDraft draft = judged.why();
            if (draft.texts().isEmpty()) {
                return new Sealing(Objects.requireNonNull(draft.unsealed()), CommandDesk.ring(Set.of(), making));
            }
            draft.texts().readSubjects(streamId, judged.passed().references());
            KeyRing ring = CommandDesk.ring(draft.texts().subjects(streamId), making);
            index.accept(draft.texts().findable(streamId));
            return new Sealing(draft.sealed(streamId, ring), ring);
        }
    }

    private static KeyRing ring(Set<String> subjects, Function<Set<String>, KeyRing> making) {
        KeyRing ring = making.apply(subjects);
        subjects.stream().filter(s -> !ring.has(s)).findFirst().ifPresent(erased -> {
            throw Refusal.conflict("subject-erased", erased);
        });
        return ring;
    }

    /** Keys for a stretch of orders, in one query. */
    public KeyRing keysFor(Set<String> subjects) {
        return keys.ensure(subjects);
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
