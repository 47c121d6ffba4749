package org.minqing.query.fund;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
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

    static FundState evolve(@Nullable FundState state, FundEvent event) {
        return switch (event) {
            case FundOpened e ->
                new FundState(
                        e.of(), e.villageId(), Figures.NOTHING, List.of(), List.of(), List.of(), List.of(), List.of());
            case FundEntry e -> requireNonNull(state).entered(e);
            case ReceiptIssued e -> requireNonNull(state).numbered(Receipt.of(e, false));
            case FundUsePublished e -> requireNonNull(state).published(Publication.of(e));
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
