package org.minqing.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final Journal journal = new Journal();

    private Journal.Verdict judged(Map<UUID, List<Long>> log) {
        return journal.judge(log);
    }

    @Test
    void what_stands_where_it_was_said_to_be_is_sound() {
        Journal.Intent intent = journal.meant();
        intent.sent(FIRST);
        assertThat(judged(Map.of())).isEqualTo(new Journal.Verdict(0, 1, 0, 0));
        intent.acknowledged(FIRST, 7);
        assertThat(judged(Map.of(FIRST, List.of(7L)))).isEqualTo(new Journal.Verdict(1, 0, 0, 0));
    }

    @Test
    void what_was_acknowledged_and_is_not_there_or_elsewhere_is_lost() {
        Journal.Intent intent = journal.meant();
        intent.sent(FIRST);
        intent.acknowledged(FIRST, 7);
        assertThat(judged(Map.of()).lost()).isEqualTo(1);
        assertThat(judged(Map.of(FIRST, List.of(8L))).lost()).isEqualTo(1);
    }

    @Test
    void what_was_meant_once_and_stands_twice_is_doubled_under_whatever_key() {
        Journal.Intent intent = journal.meant();
        intent.sent(FIRST);
        intent.sent(SECOND);
        intent.acknowledged(SECOND, 8);
        assertThat(judged(Map.of(FIRST, List.of(7L), SECOND, List.of(8L))).doubled())
                .isEqualTo(1);
        assertThat(judged(Map.of(SECOND, List.of(8L, 9L))).doubled()).isEqualTo(1);
    }

    @Test
    void an_outcome_is_counted_for_commands_and_questions_apart() {
        List<Journal.Answer> answers = List.of(
                new Journal.Answer(0, 1, true, "201"),
                new Journal.Answer(0, 1, true, "201"),
                new Journal.Answer(0, 1, false, "503 unavailable"));
        assertThat(Journal.counted(answers)).isEqualTo(Map.of("commands 201", 2, "questions 503 unavailable", 1));
    }
}
