package org.minqing.query.platform.source;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the data-quality rules find in the records of a reporting period; the feature {@code dataquality} gives the bean. */
public interface DataQuality {
    /** The edition of the rules; another one may find otherwise. */
    String version();

    /** By rule, then by id: the same list for the same question, for ever, but for what rested on texts erased since. */
    List<Finding> findings(Records records);

    /**
     * What is looked at: what happened from one day to another and what stood on the last, as known at a position.
     *
     * @param programmeId null: every programme
     * @param organisationId null: every organisation
     * @param divisionId this division and below; null: all
     */
    record Records(
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            @Nullable String divisionId,
            LocalDate from,
            LocalDate to,
            long knownAt) {}

    /**
     * One record in which a rule finds something.
     *
     * @param id UUIDv5 of rule and record: the same finding has the same id at every position
     * @param rule its number, {@code DQ01}
     * @param type of the record, {@code Household}
     * @param record its id
     */
    record Finding(
            UUID id,
            String rule,
            Severity severity,
            String type,
            String record,
            @Nullable String divisionId) {}

    /** How much it weighs. */
    enum Severity {
        /** Sealing waits until it is mended, or waived by its id with a reason. */
        ERROR,
        /** Sealing waits too, but all findings of its rule may be waived together with one reason. */
        WARNING
    }
}
