package org.minqing.query.platform.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.minqing.log.LogClock;
import org.minqing.query.platform.projection.MemoryLog;
import org.minqing.query.platform.source.Gazetteer;

/** Questions answered from a log in memory, which never waits. */
public final class MemorySnapshots extends Snapshots {
    private final MemoryLog log;
    private final Gazetteer gazetteer;

    @SuppressWarnings("NullAway") // there is no database to ask
    public MemorySnapshots(MemoryLog log, Gazetteer gazetteer) {
        super(null, null, null, null, gazetteer, null);
        this.log = log;
        this.gazetteer = gazetteer;
    }

    @Override
    public <T> T with(QuestionParameters asked, Function<Question, T> answer) {
        LocalDate today = LocalDate.ofInstant(log.now(), LogClock.ZONE);
        LocalDate day = asked.day("asOf");
        Long position = asked.knownAtPosition();
        Instant instant = asked.knownAtInstant();
        if (position != null && position > log.head()) {
            throw Refusal.invalid("knownAt", "no-such-position", position);
        }
        long knownAt = position != null ? position : instant != null ? log.positionAt(instant) : log.head();
        return answer.apply(new Question(
                asked, today, day == null ? today : day, knownAt, scope(gazetteer, asked.asker(), today), gazetteer));
    }
}
