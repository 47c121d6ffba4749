package org.minqing.events.activity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activity is, planned or held.
 *
 * @param mode of a STUDY, and of nothing else
 * @param topic in words without personal data
 * @param campaign side campaign it is part of: 安全生产年, 干部作风转变年
 * @param checkedOrganisationId the enterprise checked by a SAFETY_CHECK, and by nothing else
 * @param partyBranchId an organisation of kind PARTY_BRANCH
 * @param cadreIds who takes part, each once
 */
public record Occasion(
        ActivityKind kind,
        @Nullable StudyMode mode,
        String topic,
        @Nullable String campaign,
        @Nullable UUID checkedOrganisationId,
        @Nullable UUID officeId,
        @Nullable UUID partyBranchId,
        @Nullable String taskCode,
        List<UUID> cadreIds) {
    public Occasion {
        cadreIds = List.copyOf(cadreIds);
    }
}
