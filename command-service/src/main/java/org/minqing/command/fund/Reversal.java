package org.minqing.command.fund;

import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.AllocationVoided;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.DonationVoided;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationVoided;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentVoided;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.UnitContributionVoided;

/** Why an entry never was. */
record Reversal(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so. */
    FundEvent of(FundEvent entry) {
        return switch (entry) {
            case DonationRecorded e ->
                new DonationVoided(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.earmark(),
                        e.entryId(),
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case UnitContributionRecorded e ->
                new UnitContributionVoided(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.earmark(),
                        e.entryId(),
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case InKindDonationRecorded e ->
                new InKindDonationVoided(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.earmark(),
                        e.entryId(),
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case FundsAllocated e ->
                new AllocationVoided(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.earmark(),
                        e.entryId(),
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case PaidFromFund e ->
                new PaymentVoided(
                        e.fundId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.earmark(),
                        e.entryId(),
                        e,
                        reason,
                        reasonCode,
                        e.occurredOn());
            case FundOpened e -> throw new IllegalStateException("no entry: the fund itself");
            case Voids<?> e -> throw new IllegalStateException("no entry: a void of " + e.target());
        };
    }
}
