package org.minqing.query.platform.question;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.source.OwnHouseholds;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Readings of personal data in full: who may, and that each is written down before it happens. */
public final class Readings {
    /** Whose personal data stands in a state. */
    private static final Pattern SUBJECT = Pattern.compile("\"subject\"\\s*:\\s*\"([a-z]+:[^\"]+)\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final OwnHouseholds ownHouseholds;
    private final Names names;

    Readings(JdbcClient jdbc, OwnHouseholds ownHouseholds, Names names) {
        this.names = names;
        this.jdbc = jdbc;
        this.ownHouseholds = ownHouseholds;
    }

    public record Reading(
            QuestionCaller asker,
            String subjectType,
            String subjectId,
            @Nullable String division,
            Purpose purpose,
            List<String> subjects,
            long position) {}

    /** The reading to be logged; 403 for whoever may not. */
    public Reading allowed(Question question, String type, Item item, Purpose purpose) {
        QuestionCaller asker = question.asker();
        boolean may = asker.reveals(type)
                .filter(reach -> reach == Reach.SCOPE || own(question, type, item))
                .isPresent();
        if (!may) {
            throw Refusal.forbidden("no-reveal");
        }
        List<String> subjects = SUBJECT.matcher(item.state())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return new Reading(asker, type, item.id(), item.division(), purpose, subjects, question.knownAt());
    }

    /** A cadre's own: the cadre, and the households it is linked to today with all that is about them. */
    private boolean own(Question question, String type, Item item) {
        UUID cadre = question.asker().cadre();
        if (cadre == null) {
            return false;
        }
        if (item.id().equals(cadre.toString())) {
            return true;
        }
        UUID household = type.equals("Household") ? UUID.fromString(item.id()) : item.household();
        return household != null
                && ownHouseholds.of(cadre, question.today(), Long.MAX_VALUE).contains(household);
    }

    /**
     * Words of the reader's own are sealed under the key of one whose data is read, and close with it; where there is none, nothing
     * personal is shown, and they are not kept.
     */
    private @Nullable String sealed(Reading reading) {
        String reason = reading.purpose.reason();
        return reason == null
                ? null
                : names.seal(reading.subjects, reason)
                        .map(JSON::writeValueAsString)
                        .orElse(null);
    }

    /** In a transaction of its own, which is committed before anything is shown. */
    public void log(Reading reading) {
        jdbc.sql("""
                insert into reading.reading (read_at, position, actor, role, organisation, client,
                                          subject_type, subject_id, division, purpose, reason)
                values (clock_timestamp(), :position, :actor, :role, :organisation, :client,
                        :type, :id, :division, :purpose, :reason::jsonb)
                """)
                .param("position", reading.position)
                .param("actor", reading.asker.actor())
                .param("role", reading.asker.role())
                .param("organisation", text(reading.asker.organisation()))
                .param("client", reading.asker.client())
                .param("type", reading.subjectType)
                .param("id", reading.subjectId)
                .param("division", reading.division)
                .param("purpose", reading.purpose.code().word())
                .param("reason", sealed(reading))
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
