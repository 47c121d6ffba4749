package org.minqing.events.period;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/**
 * What a period was sealed in spite of: one finding, or all of a rule.
 *
 * @param findingId null where it is a rule
 * @param rule number of the rule, {@code DQ05}; null where it is one finding
 */
public record Waiver(@Nullable UUID findingId, @Nullable String rule, Sealed reason) {}
