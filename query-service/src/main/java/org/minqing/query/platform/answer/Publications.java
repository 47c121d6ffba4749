package org.minqing.query.platform.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Question;

/** How far the report of a period has come; whoever keeps reporting periods gives a bean. */
@FunctionalInterface
public interface Publications {
    /** As known at the question's position; nothing where there is no such period. */
    Optional<Publication> of(Question question, UUID reportingPeriodId);

    /**
     * How far it has come.
     *
     * @param status {@code OPEN}, {@code SUBMITTED}, {@code APPROVED}, {@code SEALED} or {@code AMENDED}
     * @param recipient 主送机关, once submitted to one
     * @param copiedTo 抄送
     * @param documentNo 发文字号, once approved under one
     * @param approvedOn null: not approved, or sent back since
     * @param seal null: not sealed
     */
    record Publication(
            UUID reportingPeriodId,
            String status,
            @Nullable String recipient,
            @Nullable String copiedTo,
            @Nullable String documentNo,
            @Nullable LocalDate approvedOn,
            @Nullable Seal seal) {}

    /**
     * What was sealed, and what came since.
     *
     * @param position at which the sealed figures stand
     * @param rules edition of the data-quality rules it was sealed by
     * @param assessmentSha256 of what it was judged by
     * @param waived findings in spite of which it was sealed
     * @param amendments notes added since
     * @param changes what differs now from what was sealed
     */
    record Seal(
            LocalDate sealedOn,
            long position,
            String rules,
            String assessmentSha256,
            List<Waived> waived,
            List<Amended> amendments,
            List<Change> changes) {}

    /** A note added to a sealed report. */
    record Amended(LocalDate on, String note) {}

    /**
     * Findings of a rule that were waived together.
     *
     * @param rule {@code DQ05}; its title is the message {@code rule.DQ05.title}
     */
    record Waived(String rule, int findings, String reason) {}

    /**
     * A figure as it was sealed and as it is now, both as they are printed.
     *
     * @param evidence the question that gives the evidence of what it is now
     */
    record Change(String id, String title, String sealed, String now, String evidence) {}
}
