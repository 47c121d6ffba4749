package org.minqing.command.platform.desk;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.minqing.log.Admission;
import org.minqing.log.ReadSet;

/**
 * Commands that come out as if each were decided once the one before it was entered, though they are decided side by side and
 * appended together. Each is decided on what is known when it begins, and joins the queue of the log after those before it. There it
 * is known what those write and what it has looked at itself: if it looked at what one of them writes, or claims the same, it waits
 * for that one and is decided again; if it writes what one of them looked at, it waits. So those that are under way together have
 * nothing to do with each other, and whatever becomes of one leaves the others as they are.
 *
 * <p>What its fields alone say spares a decision in vain: a command to a stream, or about a stream, that one before it writes waits
 * until that one was answered. One whose stream only a decision can tell, such as the opening of a fund or the correction of what one
 * before it enters, is decided when all before it were answered, and all after it wait for it.
 */
public final class CommandSeries {
    private final ConcurrentSkipListMap<Integer, Member> open = new ConcurrentSkipListMap<>();
    /** By stream and by key: the last that is not answered yet. */
    private final Map<String, Member> byStream = new HashMap<>();

    private final Map<UUID, Member> byKey = new HashMap<>();
    private final ArrayDeque<Member> unanswered = new ArrayDeque<>();
    private @Nullable Member last;
    private @Nullable Member apart;
    private int members;
    private volatile int furthest;
    private volatile boolean givenUp;

    /** What a command's fields say of it. */
    sealed interface Foresight {
        /** Not which stream it writes. */
        record Nothing() implements Foresight {}

        /**
         * @param stream which it writes, if it writes
         * @param streams to which it refers
         */
        record Streams(String stream, Set<String> streams) implements Foresight {}
    }

    /** The series was given up before the command's turn: it was not taken. */
    public static final class GivenUp extends RuntimeException {
        GivenUp() {
            super("the series was given up", null, false, false);
        }
    }

    /** It was decided on what one before it has changed: it is to be decided once more. */
    static final class Superseded extends RuntimeException {
        Superseded() {
            super("decided before what it rests on was entered", null, false, false);
        }
    }

    /** A series of one command. */
    static Member single() {
        return new CommandSeries().next(UUID.randomUUID(), new Foresight.Nothing());
    }

    /** The next command. One thread hands them in, and says when they are answered. */
    Member next(UUID key, Foresight foresight) {
        Set<Member> awaited = new LinkedHashSet<>();
        String stream = foresight instanceof Foresight.Streams known ? known.stream() : null;
        await(awaited, byKey.get(key));
        if (foresight instanceof Foresight.Streams known) {
            await(awaited, apart);
            await(awaited, byStream.get(known.stream()));
            known.streams().forEach(each -> await(awaited, byStream.get(each)));
        } else {
            await(awaited, last);
        }
        Member next = new Member(members++, key, stream, List.copyOf(awaited), last);
        last = next;
        byKey.put(key, next);
        if (stream == null) {
            apart = next;
        } else {
            byStream.put(stream, next);
        }
        open.put(next.number, next);
        unanswered.add(next);
        return next;
    }

    private static void await(Set<Member> awaited, @Nullable Member one) {
        if (one != null) {
            awaited.add(one);
        }
    }

    /** Whoever was not begun yet is not taken any more. */
    public void giveUp() {
        givenUp = true;
        unanswered.forEach(each -> each.answered.complete(null));
    }

    /** One of the commands, from when it was handed in until it is answered. */
    public final class Member implements Admission {
        private final int number;
        private final UUID key;
        private final @Nullable String stream;
        private final CompletableFuture<Void> joined = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final CompletableFuture<Void> answered = new CompletableFuture<>();
        private List<Member> awaited;
        private @Nullable CompletableFuture<Void> before;
        /** Those that were not at their end when this one's decision began. */
        private List<Member> ahead = List.of();

        private volatile ReadSet reads = ReadSet.NONE;
        private volatile boolean wrote;

        private Member(int number, UUID key, @Nullable String stream, List<Member> awaited, @Nullable Member previous) {
            this.number = number;
            this.key = key;
            this.stream = stream;
            this.awaited = awaited;
            this.before = previous == null ? null : previous.joined;
        }

        /** Waits for those that its fields show it must come after. */
        void begin() {
            awaited.forEach(each -> each.answered.join());
            awaited = List.of();
            if (givenUp) {
                throw new GivenUp();
            }
        }

        /** A decision begins: whatever is entered from now on it may not know. */
        void deciding() {
            ahead = List.copyOf(open.headMap(number).values());
        }

        /** Whether one that comes later may be waiting for this one. */
        boolean awaited() {
            if (number > furthest) {
                furthest = number;
                return false;
            }
            return number < furthest;
        }

        /** Until all before it are at their end. */
        void awaitAll() {
            open.headMap(number).values().forEach(each -> each.ended.join());
        }

        @Override
        public void admit(ReadSet mine, Runnable joining) {
            requireUndisturbed(mine, true);
            reads = mine;
            joining.run();
            joined.complete(null);
        }

        /**
         * What will not be appended, a refusal or that nothing is to be done, holds only if nothing that those before it enter
         * makes it otherwise.
         *
         * @throws Superseded where it does
         */
        void settle(ReadSet mine) {
            requireUndisturbed(mine, false);
        }

        private void requireUndisturbed(ReadSet mine, boolean writing) {
            if (before != null) {
                before.join();
            }
            boolean superseded = false;
            for (Member each : ahead) {
                boolean rests = each.stream == null || mine.restsOn(each.stream) || mine.contends(each.reads);
                if (rests || writing && (stream == null || each.reads.restsOn(stream))) {
                    each.ended.join();
                    superseded |= rests && each.wrote;
                }
            }
            if (superseded) {
                throw new Superseded();
            }
        }

        /** Nothing comes of it any more. */
        void end(boolean entered) {
            wrote = entered;
            open.remove(number);
            ended.complete(null);
            if (before == null) {
                joined.complete(null);
            } else {
                before.whenComplete((nothing, never) -> joined.complete(null));
                before = null;
            }
        }

        /** It was answered, and so were all before it. Of the thread that hands in. */
        public void answered() {
            unanswered.remove(this);
            answered.complete(null);
            byKey.remove(key, this);
            if (stream != null) {
                byStream.remove(stream, this);
            }
            if (apart == this) {
                apart = null;
            }
            if (last == this) {
                last = null;
            }
        }
    }
}
