package org.minqing.benchmarks.torture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the clients meant, sent and were told. */
final class Journal {
    /** One thing that a person wants entered once. */
    static final class Intent {
        private final Set<UUID> keys = ConcurrentHashMap.newKeySet();
        private volatile @Nullable UUID acknowledged;
        private volatile long position;

        /** From when it is sent under this key. */
        void sent(UUID key) {
            keys.add(key);
        }

        /** 201, with the position of its event. */
        void acknowledged(UUID key, long at) {
            position = at;
            acknowledged = key;
        }

        boolean open() {
            return acknowledged == null;
        }
    }

    /**
     * One answer.
     *
     * @param sent when it was sent, in nanoseconds of this process
     * @param took milliseconds
     * @param command or else a question
     * @param outcome status and code, or what went wrong with the connection
     */
    record Answer(long sent, double took, boolean command, String outcome) {
        boolean good() {
            return outcome.equals("200") || outcome.equals("201");
        }
    }

    /**
     * What the log says of it.
     *
     * @param lost acknowledged, and not in the log where it was said to be
     * @param doubled intents that stand in the log more than once
     */
    record Verdict(int acknowledged, int open, int lost, int doubled) {
        boolean sound() {
            return lost == 0 && doubled == 0;
        }
    }

    private final Queue<Intent> intents = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    Intent meant() {
        var intent = new Intent();
        intents.add(intent);
        return intent;
    }

    void answered(Answer answer) {
        answers.add(answer);
    }

    /** Those sent in a span of time. */
    List<Answer> between(long from, long to) {
        return answers.stream()
                .filter(answer -> answer.sent() - from >= 0 && answer.sent() - to <= 0)
                .toList();
    }

    /** How many of each outcome, those of commands and of questions apart. */
    static Map<String, Integer> counted(List<Answer> answers) {
        var counts = new TreeMap<String, Integer>();
        answers.forEach(answer ->
                counts.merge((answer.command() ? "commands " : "questions ") + answer.outcome(), 1, Integer::sum));
        return counts;
    }

    /** Holds it against the log itself. */
    Verdict judge(Connection log) throws SQLException {
        Map<UUID, List<Long>> events = new HashMap<>();
        try (var statement = log.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select command_id, position from log.event where body_hmac is not null order by position")) {
            while (rows.next()) {
                events.computeIfAbsent(rows.getObject(1, UUID.class), key -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return judge(events);
    }

    /** @param events positions of what each key has entered */
    Verdict judge(Map<UUID, List<Long>> events) {
        int acknowledged = 0;
        int lost = 0;
        int doubled = 0;
        for (Intent intent : intents) {
            UUID key = intent.acknowledged;
            if (key != null) {
                acknowledged++;
                lost += events.getOrDefault(key, List.of()).contains(intent.position) ? 0 : 1;
            }
            int stands = intent.keys.stream()
                    .mapToInt(sent -> events.getOrDefault(sent, List.of()).size())
                    .sum();
            doubled += stands > 1 ? 1 : 0;
        }
        return new Verdict(acknowledged, intents.size() - acknowledged, lost, doubled);
    }
}
