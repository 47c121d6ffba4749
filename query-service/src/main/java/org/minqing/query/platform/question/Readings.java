package org.minqing.query.platform.question;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.source.OwnHouseholds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings of personal data in full: who may, and that each is written down before it happens. */
public final class Readings {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final OwnHouseholds ownHouseholds;

    Readings(JdbcClient jdbc, OwnHouseholds ownHouseholds) {
        this.jdbc = jdbc;
        this.ownHouseholds = ownHouseholds;
    }

    public record Reading(
            QuestionCaller asker,
            String subjectType,
            String subjectId,
            @Nullable String division,
            String purpose,
            long position) {}

    public void purpose(String purpose) {
        int length = purpose.codePointCount(0, purpose.length());
        if (length < SHORTEST || length > LONGEST || purpose.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("reveal", "no-purpose");
        }
    }

    /** The reading to be logged; 403 for whoever may not. */
    public Reading allowed(Question question, String type, Item item, String purpose) {
        QuestionCaller asker = question.asker();
        boolean may = asker.is(QuestionCaller.OFFICE)
                || (asker.is(QuestionCaller.VILLAGE_SECRETARY) && item.division() != null)
                || (asker.is(QuestionCaller.CADRE) && own(question, type, item));
        if (!may) {
            throw Refusal.forbidden("no-reveal");
        }
        return new Reading(asker, type, item.id(), item.division(), purpose, question.knownAt());
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

    /** In a transaction of its own, which is committed before anything is shown. */
    public void log(Reading reading) {
        jdbc.sql("""
                insert into reading.reading (read_at, position, actor, role, organisation, client,
                                          subject_type, subject_id, division, purpose)
                values (clock_timestamp(), :position, :actor, :role, :organisation, :client,
                        :type, :id, :division, :purpose)
                """)
                .param("position", reading.position)
                .param("actor", reading.asker.actor())
                .param("role", reading.asker.role())
                .param("organisation", text(reading.asker.organisation()))
                .param("client", reading.asker.client())
                .param("type", reading.subjectType)
                .param("id", reading.subjectId)
                .param("division", reading.division)
                .param("purpose", reading.purpose)
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
