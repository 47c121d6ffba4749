package org.minqing.command.fund;

import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.fund.FundEvent.DonationCorrected;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationCorrected;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;

/** Why an entry was otherwise, and the event that says how. */
record Correction(Sealed reason, @Nullable String reasonCode) {
    DonationCorrected of(DonationRecorded before, DonationRecorded after) {
        return new DonationCorrected(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    InKindDonationCorrected of(InKindDonationRecorded before, InKindDonationRecorded after) {
        return new InKindDonationCorrected(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }
}
