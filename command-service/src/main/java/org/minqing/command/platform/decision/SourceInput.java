package org.minqing.command.platform.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.minqing.events.Source;

/**
 * Where a matter came up: another stream.
 *
 * @param type {@code Visit}, {@code Activity}, {@code Concern}, ...
 */
public record SourceInput(
        @NotNull @Pattern(regexp = TYPES) String type,
        @NotNull UUID id) {
    private static final String TYPES =
            "Activity|Attachment|Cadre|Concern|Dispute|Division|Document|Fund|Household|Inspection"
                    + "|LinkPoint|Organisation|Posting|Programme|Project|Rectification|ReportingPeriod|Visit|WorkTeam";

    /** 404 {@code <type>-not-found} where there is no such stream, 409 {@code <type>-voided} where it never was. */
    public Source existing(DecisionContext situation) {
        situation.references().requireStanding(type, id);
        return new Source(type, id.toString());
    }
}
