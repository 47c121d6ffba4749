package org.minqing.events.period;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a period was sealed in spite of: one finding, or all of a rule.
 *
 * @param findingId null where it is all of the rule
 * @param rule number of the rule that found it, {@code DQ05}
 * @param findings how many are waived
 * @param reason the findings' common cause, published as it stands: no personal data belongs in it, see ADR 0024
 */
public record Waiver(@Nullable UUID findingId, String rule, int findings, String reason) {}
