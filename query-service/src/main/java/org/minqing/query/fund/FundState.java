package org.minqing.query.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.FundEntry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;

/**
 * A fund 专项资金 on a day, in yuan.
 *
 * @param negativeOn days at whose end the balance was negative, up to this one
 */
record FundState(
        Account of,
        @Nullable String villageId,
        @JsonUnwrapped Figures figures,
        List<Receipt> receipts,
        List<Approval> approvals,
        List<Refund> refunds,
        List<Publication> publications,
        List<Overdrawn> negativeOn) {

    /**
     * A receipt for what came in.
     *
     * @param number 1, 2, 3, ... in the fund and year
     * @param cancelled it no longer holds, and its number stays used
     */
    record Receipt(
            UUID receiptId, UUID entryId, int year, int number, BigDecimal amount, boolean cancelled, LocalDate day) {
        static Receipt of(ReceiptIssued e, boolean cancelled) {
            return new Receipt(
                    e.receiptId(), e.entryId(), e.year(), e.number(), e.money().yuan(), cancelled, e.occurredOn());
        }
    }

    /** Another person than who set the money aside agreed that it be paid. */
    record Approval(
            UUID entryId, UUID allocationId, BigDecimal amount, String enteredBy, String approvedBy, LocalDate day) {
        static Approval of(PaymentApproved e) {
            return new Approval(
                    e.entryId(), e.allocationId(), e.money().yuan(), e.enteredBy(), e.approvedBy(), e.occurredOn());
        }
    }

    /** Money paid out that came back. */
    record Refund(UUID entryId, UUID paymentId, BigDecimal amount, LocalDate day) {
        static Refund of(RefundedToFund e) {
            return new Refund(e.entryId(), e.paymentId(), e.money().yuan(), e.occurredOn());
        }
    }

    /** What became of the money from one day to another, as it was made public. */
    record Publication(
            UUID entryId,
            LocalDate from,
            LocalDate to,
            BigDecimal received,
            BigDecimal allocated,
            BigDecimal paid,
            LocalDate day) {
        static Publication of(FundUsePublished e) {
            return new Publication(
                    e.entryId(),
                    e.from(),
                    e.to(),
                    e.received().yuan(),
                    e.allocated().yuan(),
                    e.paid().yuan(),
                    e.occurredOn());
        }
    }

    static FundState opened(FundOpened e) {
        return new FundState(
                e.of(), e.villageId(), Figures.NOTHING, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    FundState after(FundEvent event) {
        return switch (event) {
            case FundOpened e -> opened(e);
            case FundEntry e -> entered(e);
            case ReceiptIssued e -> numbered(Receipt.of(e, false));
            case FundUsePublished e -> published(Publication.of(e));
        };
    }

    /** The number of a receipt that was voided stays used. */
    FundState voided(FundEvent event) {
        return event instanceof ReceiptIssued e ? numbered(Receipt.of(e, true)) : this;
    }

    private FundState entered(FundEntry event) {
        Figures after = figures.plus(EntryState.of(event));
        return new FundState(
                of,
                villageId,
                after,
                receipts,
                event instanceof PaymentApproved e ? with(approvals, Approval.of(e)) : approvals,
                event instanceof RefundedToFund e ? with(refunds, Refund.of(e)) : refunds,
                publications,
                Overdrawn.after(negativeOn, event.occurredOn(), after.balance()));
    }

    private FundState numbered(Receipt receipt) {
        return new FundState(
                of, villageId, figures, with(receipts, receipt), approvals, refunds, publications, negativeOn);
    }

    private FundState published(Publication publication) {
        return new FundState(
                of, villageId, figures, receipts, approvals, refunds, with(publications, publication), negativeOn);
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
