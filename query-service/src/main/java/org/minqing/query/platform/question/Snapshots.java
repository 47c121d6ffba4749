package org.minqing.query.platform.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventLog;
import org.minqing.log.LogClock;
import org.minqing.query.platform.projection.ReadPosition;
import org.minqing.query.platform.source.Gazetteer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers a question from one snapshot of the read side, which stands at one position. */
public class Snapshots {
    public static final String POSITION = "Minqing-Position";
    /** By twos the province, prefecture and county, by threes the township and village. */
    private static final Pattern DIVISION_ID = Pattern.compile("([0-9A-Z]{2}){1,3}|[0-9A-Z]{9}|[0-9A-Z]{12}");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A rebuild switches tables: whoever has begun on the old ones ends on the old ones. */
    private static final String HOLD =
            "lock table read.event, read.register, read.fact, read.stock, read.roll, read.audit_entry, read.task in access share mode";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final ReadPosition stands;
    private final EventLog log;
    private final Gazetteer gazetteer;
    private final Turns turns;

    Snapshots(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ReadPosition stands,
            EventLog log,
            Gazetteer gazetteer,
            Turns turns) {
        this.turns = turns;
        this.jdbc = jdbc;
        this.stands = stands;
        this.log = log;
        this.gazetteer = gazetteer;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** The answer as a response, with the position it stands at in its header. */
    public ResponseEntity<Object> answer(QuestionParameters asked, Function<Question, ?> answer) {
        return with(asked, question -> {
            Object body = answer.apply(question);
            if (body instanceof ResponseEntity<?> made) {
                return ResponseEntity.status(made.getStatusCode())
                        .headers(made.getHeaders())
                        .header(POSITION, String.valueOf(question.knownAt()))
                        .body(made.getBody());
            }
            return ResponseEntity.ok()
                    .header(POSITION, String.valueOf(question.knownAt()))
                    .header(HttpHeaders.CONTENT_LANGUAGE, question.language().tag())
                    .body(body);
        });
    }

    /** Whatever the function makes of the question, on its snapshot. */
    public <T> T with(QuestionParameters asked, Function<Question, T> answer) {
        Long known = knownAt(asked);
        LocalDate day = day(asked);
        asked.uuid("programme");
        Long after = asked.number("after");
        waitFor(Math.max(after == null ? 0 : after, known == null ? 0 : known));
        return turns.inTurn(asked, () -> onSnapshot(asked, known, day, answer));
    }

    private <T> T onSnapshot(
            QuestionParameters asked, @Nullable Long known, @Nullable LocalDate day, Function<Question, T> answer) {
        T made = snapshot.execute(status -> {
            jdbc.sql(HOLD).update();
            long position = ReadPosition.position(jdbc);
            LocalDate today = log.clock().today();
            LocalDate asOf = day == null ? today : day;
            long knownAt = known == null ? position : Math.min(known, position);
            return answer.apply(new Question(asked, today, asOf, knownAt, scope(asked.asker(), today), gazetteer));
        });
        return Objects.requireNonNull(made);
    }

    /** Nobody knows what will be: what falls due is in today's tasks, each with its day. */
    private @Nullable LocalDate day(QuestionParameters asked) {
        LocalDate day = asked.day("asOf");
        LocalDate today = LocalDate.now(LogClock.ZONE);
        // a log whose time is simulated stands behind the world's
        if (day != null && day.isAfter(today) && day.isAfter(log.clock().today())) {
            throw Refusal.invalid("asOf", "day-ahead", day, today);
        }
        return day;
    }

    private @Nullable Long knownAt(QuestionParameters asked) {
        Long position = asked.knownAtPosition();
        if (position != null) {
            if (position > log.head()) {
                throw Refusal.invalid("knownAt", "no-such-position", position);
            }
            return position;
        }
        Instant instant = asked.knownAtInstant();
        if (instant == null) {
            return null;
        }
        // a log whose time is simulated stands behind the world's
        if (instant.isAfter(log.clock().now()) && instant.isAfter(Instant.now())) {
            throw Refusal.invalid("knownAt", "instant-ahead", instant);
        }
        return log.positionAt(instant);
    }

    private void waitFor(long position) {
        try {
            if (position > 0 && !stands.await(position, PATIENCE)) {
                throw Refusal.notYet(position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.notYet(position);
        }
    }

    /** The token names its division by a code, of today, whatever day is asked for. What the ledger does not know opens nothing. */
    private String scope(QuestionCaller asker, LocalDate today) {
        requireKnown("Organisation", "organisation", asker.organisation());
        requireKnown("Cadre", "cadre_id", asker.cadre());
        return scope(gazetteer, asker, today);
    }

    /** divisionId of the asker's scope; 403 where there is none. */
    static String scope(Gazetteer gazetteer, QuestionCaller asker, LocalDate today) {
        String code = asker.division();
        if (code == null) {
            throw Refusal.forbidden("no-scope");
        }
        return gazetteer
                .find(code, today)
                .or(() -> DIVISION_ID.matcher(code).matches() && gazetteer.above(code)
                        ? Optional.of(code)
                        : Optional.empty())
                .orElseThrow(() -> Refusal.forbidden("unknown-scope", "division"));
    }

    private void requireKnown(String type, String claim, @Nullable UUID id) {
        if (id != null
                && !jdbc.sql("select exists (select from read.register where type = ? and id = ?)")
                        .params(type, id.toString())
                        .query(Boolean.class)
                        .single()) {
            throw Refusal.forbidden("unknown-scope", claim);
        }
    }

    /** The parameters that ask for the same answer again, in an order that no restart changes. */
    public static Map<String, String> same(Question question) {
        Map<String, String> same = new LinkedHashMap<>();
        same.put("asOf", question.asOf().toString());
        same.put("knownAt", String.valueOf(question.knownAt()));
        return same;
    }
}
