package org.minqing.events.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/**
 * The story of a fund 专项资金: money for one earmark, what came in, what it was set aside for, what was paid. An entry has
 * the id of the event that made it. Earmarks never merge.
 */
public sealed interface FundEvent extends DomainEvent {
    UUID fundId();

    UUID programmeId();

    /** The organisation that keeps the fund. */
    UUID organisationId();

    /** The village it is for, else the seat of its organisation. */
    String divisionId();

    /** What its money is for, and for nothing else. */
    String earmark();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /**
     * From this day on money for this earmark is kept here.
     *
     * @param villageId divisionId of the village it is for, if it is for one
     */
    record FundOpened(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            @Nullable String villageId,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The fund was never opened so; it may be opened again. */
    record FundVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            FundOpened before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<FundOpened> {}

    /** Somebody gave money of their own will on this day. */
    record DonationRecorded(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            Donor donor,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The donation was never given. */
    record DonationVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            DonationRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<DonationRecorded> {}

    /**
     * Somebody gave goods of their own will on this day: worth something, but no money of the fund.
     *
     * @param amount sum over the items
     */
    record InKindDonationRecorded(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            Donor donor,
            List<InKindItem> items,
            Money amount,
            LocalDate occurredOn)
            implements FundEvent {
        public InKindDonationRecorded {
            items = List.copyOf(items);
        }
    }

    /** The goods were never given. */
    record InKindDonationVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            InKindDonationRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<InKindDonationRecorded> {}

    /**
     * An organisation raised money for the fund on this day, which is no donation.
     *
     * @param contributorId the organisation that raised it
     */
    record UnitContributionRecorded(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            UUID contributorId,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The organisation's money never came. */
    record UnitContributionVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            UnitContributionRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<UnitContributionRecorded> {}

    /**
     * Money received was set aside on this day, for a purpose or a project; payments are made from it.
     *
     * @param purpose in few words, printed when the use of the fund is published: no person's name in it
     */
    record FundsAllocated(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            @Nullable String purpose,
            @Nullable UUID projectId,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The money was never set aside. */
    record AllocationVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            FundsAllocated before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<FundsAllocated> {}

    /**
     * Money set aside was paid out on this day.
     *
     * @param allocationId entryId of the allocation it was paid from, if one was named
     * @param purpose in few words, printed when the use of the fund is published: no person's name in it
     * @param projectId the project of that allocation
     */
    record PaidFromFund(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            @Nullable UUID allocationId,
            @Nullable String purpose,
            @Nullable UUID projectId,
            Payee payee,
            Money money,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The payment was never made. */
    record PaymentVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            PaidFromFund before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<PaidFromFund> {}

    /** The donation was otherwise than recorded. */
    record DonationCorrected(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            DonationRecorded before,
            DonationRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Corrects<DonationRecorded> {}

    /** The goods given were otherwise than recorded. */
    record InKindDonationCorrected(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            InKindDonationRecorded before,
            InKindDonationRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Corrects<InKindDonationRecorded> {}

    /**
     * An authority granted money to the fund on this day, which is no donation.
     *
     * @param villageId divisionId of the village the fund is for, if it is for one
     * @param source who granted it, in few words: no person's name in it
     */
    record GrantRecorded(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            @Nullable String villageId,
            String source,
            @Nullable String documentNo,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The grant never came. */
    record GrantVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            GrantRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<GrantRecorded> {}

    /**
     * Another person than who set the money aside agreed on this day that it be paid.
     *
     * @param allocationId entryId of the allocation
     * @param enteredBy who entered the allocation: subject of the token
     * @param approvedBy who agrees, likewise: never the same
     */
    record PaymentApproved(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            UUID allocationId,
            Money money,
            String enteredBy,
            String approvedBy,
            LocalDate occurredOn)
            implements FundEvent {}

    /** Nobody agreed to that payment. */
    record PaymentApprovalVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            PaymentApproved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<PaymentApproved> {}

    /**
     * Money paid out came back on this day: it is again where it was taken from.
     *
     * @param paymentId entryId of the payment
     * @param allocationId that of the payment
     * @param projectId that of the payment
     */
    record RefundedToFund(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            UUID paymentId,
            @Nullable UUID allocationId,
            @Nullable UUID projectId,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /** The money never came back. */
    record RefundVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            RefundedToFund before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<RefundedToFund> {}

    /**
     * A receipt for what came in was made out on this day.
     *
     * @param entryId of the donation, gift, contribution or grant
     * @param year of the day; numbers begin anew with each
     * @param number 1, 2, 3, ... without gap in the fund and year
     * @param money what it says was received, or what the goods were worth
     */
    record ReceiptIssued(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID receiptId,
            UUID entryId,
            int year,
            int number,
            Money money,
            LocalDate occurredOn)
            implements FundEvent {}

    /**
     * The receipt no longer holds; its number stays used. Its day is that of the receipt.
     *
     * @param reason why, in words
     * @param reasonCode why, as a code of the programme's own list
     */
    record ReceiptCancelled(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID receiptId,
            UUID entryId,
            int year,
            int number,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent {}

    /**
     * What became of the money was made public on this day, as known then.
     *
     * @param from first day of what is told
     * @param to last day of it
     * @param received money that came in on these days
     * @param allocated set aside on them
     * @param paid paid on them, less what came back
     */
    record FundUsePublished(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID entryId,
            LocalDate from,
            LocalDate to,
            Money received,
            Money allocated,
            Money paid,
            LocalDate occurredOn)
            implements FundEvent {}

    /** It was never made public. */
    record FundUsePublicationVoided(
            UUID fundId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String earmark,
            UUID target,
            FundUsePublished before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements FundEvent, Voids<FundUsePublished> {}
}
