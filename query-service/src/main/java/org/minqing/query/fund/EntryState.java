package org.minqing.query.fund;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.fund.Payee;

/**
 * One entry in a fund's book.
 *
 * @param purpose of an allocation or payment; of a grant, who granted it
 * @param aboutId of an approval or a payment the allocation, of a refund the payment
 */
record EntryState(
        UUID entryId,
        UUID fundId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        String earmark,
        Kind kind,
        Money money,
        @Nullable Donor donor,
        @Nullable UUID contributorId,
        List<InKindItem> items,
        @Nullable String purpose,
        @Nullable Payee payee,
        @Nullable UUID aboutId) {

    enum Kind {
        DONATION,
        IN_KIND,
        UNIT_CONTRIBUTION,
        GRANT,
        ALLOCATION,
        APPROVAL,
        PAYMENT,
        REFUND
    }

    /** Null for events that make no entry. */
    static @Nullable EntryState of(FundEvent event) {
        return switch (event) {
            case DonationRecorded e ->
                of(e, e.entryId(), Kind.DONATION, e.money(), e.donor(), null, List.of(), null, null, null);
            case InKindDonationRecorded e ->
                of(e, e.entryId(), Kind.IN_KIND, e.amount(), e.donor(), null, e.items(), null, null, null);
            case UnitContributionRecorded e ->
                of(
                        e,
                        e.entryId(),
                        Kind.UNIT_CONTRIBUTION,
                        e.money(),
                        null,
                        e.contributorId(),
                        List.of(),
                        null,
                        null,
                        null);
            case FundsAllocated e ->
                of(e, e.entryId(), Kind.ALLOCATION, e.money(), null, null, List.of(), e.purpose(), null, null);
            case PaidFromFund e ->
                of(
                        e,
                        e.entryId(),
                        Kind.PAYMENT,
                        e.money(),
                        null,
                        null,
                        List.of(),
                        e.purpose(),
                        e.payee(),
                        e.allocationId());
            case GrantRecorded e ->
                of(e, e.entryId(), Kind.GRANT, e.money(), null, null, List.of(), e.source(), null, null);
            case PaymentApproved e ->
                of(e, e.entryId(), Kind.APPROVAL, e.money(), null, null, List.of(), null, null, e.allocationId());
            case RefundedToFund e ->
                of(e, e.entryId(), Kind.REFUND, e.money(), null, null, List.of(), null, null, e.paymentId());
            default -> null;
        };
    }

    private static EntryState of(
            FundEvent e,
            UUID entryId,
            Kind kind,
            Money money,
            @Nullable Donor donor,
            @Nullable UUID contributor,
            List<InKindItem> items,
            @Nullable String purpose,
            @Nullable Payee payee,
            @Nullable UUID aboutId) {
        return new EntryState(
                entryId,
                e.fundId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                e.earmark(),
                kind,
                money,
                donor,
                contributor,
                items,
                purpose,
                payee,
                aboutId);
    }
}
