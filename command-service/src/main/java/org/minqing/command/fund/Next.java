package org.minqing.command.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.Payee;

/** What is entered next in a fund on a day: every entry carries the dimensions of the fund. */
record Next(
        FundOpened of,
        LocalDate day,
        @Nullable UUID officeId,
        @Nullable String taskCode) {
    Next(FundOpened of, LocalDate day) {
        this(of, day, null, null);
    }

    /** Counted for an office and a task; 404 and 422 where there is no such one on the day. */
    Next classed(Situation situation, @Nullable UUID office, @Nullable String task) {
        new Responsibility(of.programmeId(), of.organisationId()).classed(situation, day, office, task);
        return new Next(of, day, office, task);
    }

    DonationRecorded donation(UUID id, Donor donor, Money money) {
        return new DonationRecorded(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                donor,
                money,
                day);
    }

    UnitContributionRecorded contribution(UUID id, UUID contributorId, Money money) {
        return new UnitContributionRecorded(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                contributorId,
                money,
                day);
    }

    GrantRecorded grant(UUID id, String source, @Nullable String documentNo, Money money) {
        return new GrantRecorded(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                of.villageId(),
                source,
                documentNo,
                money,
                day);
    }

    InKindDonationRecorded gift(UUID id, Donor donor, Goods goods) {
        return new InKindDonationRecorded(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                donor,
                goods.items(),
                goods.worth(),
                day);
    }

    FundsAllocated allocation(UUID id, @Nullable String purpose, @Nullable UUID projectId, Money money) {
        return new FundsAllocated(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                purpose,
                projectId,
                money,
                day);
    }

    PaymentApproved approval(UUID id, UUID allocationId, Money money, String enteredBy, String approvedBy) {
        return new PaymentApproved(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                allocationId,
                money,
                enteredBy,
                approvedBy,
                day);
    }

    /** @param from the allocation named, if one is: for its project, and for its purpose where none is given */
    PaidFromFund payment(
            UUID id,
            @Nullable FundsAllocated from,
            @Nullable String purpose,
            Payee payee,
            Money money,
            @Nullable UUID attachmentId) {
        return new PaidFromFund(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                officeId,
                taskCode,
                from == null ? null : from.entryId(),
                purpose == null && from != null ? from.purpose() : purpose,
                from == null ? null : from.projectId(),
                payee,
                money,
                attachmentId,
                day);
    }

    RefundedToFund refund(UUID id, PaidFromFund payment, Money money) {
        return new RefundedToFund(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                payment.entryId(),
                payment.allocationId(),
                payment.projectId(),
                money,
                day);
    }

    ReceiptIssued receipt(UUID id, UUID entryId, int number, Money money) {
        return new ReceiptIssued(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                entryId,
                day.getYear(),
                number,
                money,
                day);
    }

    FundUsePublished publication(UUID id, Use use) {
        return new FundUsePublished(
                of.fundId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.earmark(),
                id,
                use.from(),
                use.to(),
                use.received(),
                use.allocated(),
                use.paid(),
                day);
    }
}
