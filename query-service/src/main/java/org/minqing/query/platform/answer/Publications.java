package org.minqing.query.platform.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.view.Period;

/** How far the report of a period has come; whoever keeps reporting periods gives a bean. */
@FunctionalInterface
public interface Publications {
    /** As known at the question's position; nothing where there is no such period. */
    Optional<Publication> of(Question question, Period period, UUID organisation);

    /**
     * A report that was approved or sealed.
     *
     * @param documentNo 发文字号, once approved under one
     * @param approvedOn null: not approved
     * @param sealedOn null: not sealed
     * @param position at which the sealed figures stand
     * @param waived findings in spite of which it was sealed
     * @param changes what differs now from what was sealed
     */
    record Publication(
            @Nullable String documentNo,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate sealedOn,
            @Nullable Long position,
            List<Waived> waived,
            List<Change> changes) {}

    /**
     * Findings of a rule that were waived together.
     *
     * @param rule {@code DQ05}; its title is the message {@code rule.DQ05.title}
     */
    record Waived(String rule, int findings, String reason) {}

    /** A figure as it was sealed and as it is now, both as they are printed. */
    record Change(String id, String title, String sealed, String now) {}
}
