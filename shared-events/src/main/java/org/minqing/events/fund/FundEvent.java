package org.minqing.events.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Money;
import org.minqing.events.Source;

/**
 * The story of a fund 专项资金: money for one earmark, what came in, what it was set aside for, what was paid. An entry has
 * the id of the event that made it. Earmarks never merge.
 */
public sealed interface FundEvent extends DomainEvent {
    /**
     * Whose money it is.
     *
     * @param organisationId the organisation that keeps the fund
     * @param divisionId the village it is for, else the seat of its organisation
     * @param earmark what its money is for, and for nothing else
     */
    record Account(UUID fundId, UUID programmeId, UUID organisationId, String divisionId, String earmark)
            implements Header {}

    /**
     * What an entry is counted by.
     *
     * @param officeId of the organisation that keeps the fund
     */
    record Entry(
            UUID entryId, @Nullable UUID officeId, @Nullable String taskCode) {}

    /**
     * From which money set aside something is paid.
     *
     * @param allocationId entryId of the allocation, if one was named
     * @param purpose in few words, printed when the use of the fund is published: no person's name in it
     * @param projectId the project of that allocation
     * @param twoPersons true where the programme wanted two persons for money on the day, so that it rests on an approval
     */
    record Withdrawal(
            @Nullable UUID allocationId,
            @Nullable String purpose,
            @Nullable UUID projectId,
            @Nullable Boolean twoPersons) {}

    @Override
    Account of();

    /** What stands in the book of the fund: money or goods that came in, were set aside, went out or came back. */
    sealed interface FundEntry extends FundEvent {
        Money money();
    }

    /** What came in: receipts are made out for it. */
    sealed interface Income extends FundEntry {
        Entry entry();

        /** Who gave it of their own will. */
        default @Nullable Donor donor() {
            return null;
        }

        /** What was given, where it was no money. */
        default @Nullable List<InKindItem> items() {
            return null;
        }

        /** Who gave as a cadre was one. */
        @Override
        default List<Source> requires() {
            Donor donor = donor();
            return donor != null && donor.kind() == DonorKind.CADRE
                    ? Source.each("Cadre", donor.id()).toList()
                    : List.of();
        }
    }

    /** What went out of money set aside; it may come back. */
    sealed interface Outlay extends FundEntry {
        Entry entry();

        Withdrawal from();
    }

    /**
     * From this day on money for this earmark is kept here.
     *
     * @param villageId divisionId of the village it is for, if it is for one
     */
    record FundOpened(Account of, @Nullable String villageId, LocalDate occurredOn) implements FundEvent {}

    /** Somebody gave money of their own will on this day. */
    record DonationRecorded(Account of, Entry entry, Donor donor, Money money, LocalDate occurredOn)
            implements Income {}

    /**
     * Somebody gave goods of their own will on this day: worth something, but no money of the fund.
     *
     * @param amount sum over the items
     */
    record InKindDonationRecorded(
            Account of, Entry entry, Donor donor, List<InKindItem> items, Money amount, LocalDate occurredOn)
            implements Income {
        public InKindDonationRecorded {
            items = List.copyOf(items);
        }

        @Override
        public Money money() {
            return amount;
        }
    }

    /**
     * An organisation raised money for the fund on this day, which is no donation.
     *
     * @param contributorId the organisation that raised it
     */
    record UnitContributionRecorded(Account of, Entry entry, UUID contributorId, Money money, LocalDate occurredOn)
            implements Income {}

    /**
     * An authority granted money to the fund on this day, which is no donation.
     *
     * @param villageId divisionId of the village the fund is for, if it is for one
     * @param source who granted it, in few words: no person's name in it
     */
    record GrantRecorded(
            Account of,
            Entry entry,
            @Nullable String villageId,
            String source,
            @Nullable String documentNo,
            Money money,
            LocalDate occurredOn)
            implements Income {}

    /**
     * Money received was set aside on this day, for a purpose or a project; payments are made from it.
     *
     * @param purpose in few words, printed when the use of the fund is published: no person's name in it
     */
    record FundsAllocated(
            Account of,
            Entry entry,
            @Nullable String purpose,
            @Nullable UUID projectId,
            Money money,
            LocalDate occurredOn)
            implements FundEntry {
        @Override
        public List<Source> requires() {
            return Source.each("Project", projectId).toList();
        }
    }

    /**
     * Another person than who set the money aside agreed on this day that it be paid.
     *
     * @param allocationId entryId of the allocation
     * @param enteredBy who entered the allocation: subject of the token
     * @param approvedBy who agrees, likewise: never the same
     * @param purpose that of the allocation: it is agreed to for nothing else
     * @param projectId that of the allocation, likewise
     */
    record PaymentApproved(
            Account of,
            UUID entryId,
            UUID allocationId,
            Money money,
            String enteredBy,
            String approvedBy,
            @Nullable String purpose,
            @Nullable UUID projectId,
            LocalDate occurredOn)
            implements FundEntry {}

    /** Money set aside was paid out on this day. */
    record PaidFromFund(
            Account of,
            Entry entry,
            Withdrawal from,
            Payee payee,
            Money money,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements Outlay {}

    /**
     * Money paid out came back on this day: it is again where it was taken from.
     *
     * @param paymentId entryId of the payment
     * @param allocationId that of the payment
     * @param projectId that of the payment
     */
    record RefundedToFund(
            Account of,
            UUID entryId,
            UUID paymentId,
            @Nullable UUID allocationId,
            @Nullable UUID projectId,
            Money money,
            LocalDate occurredOn)
            implements FundEntry {}

    /**
     * A receipt for what came in was made out on this day.
     *
     * @param entryId of the donation, gift, contribution or grant
     * @param year of the day; numbers begin anew with each
     * @param number 1, 2, 3, ... without gap in the fund and year; that of a receipt which no longer holds stays used
     * @param money what it says was received, or what the goods were worth
     * @param donor from whom, where it was a donation
     * @param items what goods, where it was goods
     */
    record ReceiptIssued(
            Account of,
            UUID receiptId,
            UUID entryId,
            int year,
            int number,
            Money money,
            @Nullable Donor donor,
            @Nullable List<InKindItem> items,
            LocalDate occurredOn)
            implements FundEvent {
        public ReceiptIssued {
            items = items == null ? null : List.copyOf(items);
        }

        @Override
        public boolean looksBack() {
            return true;
        }
    }

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
            Account of,
            UUID entryId,
            LocalDate from,
            LocalDate to,
            Money received,
            Money allocated,
            Money paid,
            LocalDate occurredOn)
            implements FundEvent {
        @Override
        public boolean looksBack() {
            return true;
        }
    }
}
