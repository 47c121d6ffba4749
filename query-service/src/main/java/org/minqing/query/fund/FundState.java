package org.minqing.query.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Voids;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.ReceiptCancelled;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;

/**
 * A fund 专项资金 on a day, in yuan.
 *
 * @param received money that came in; gifts in kind are not in it
 * @param inKind worth of gifts in kind
 * @param allocated set aside out of what was received
 * @param paid paid out of what was set aside, less what came back
 * @param balance received less paid
 * @param free received less allocated
 * @param approved what somebody else than who set it aside agreed to pay
 * @param negativeOn days at whose end the balance was negative, up to this one
 */
record FundState(
        UUID fundId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        @Nullable String villageId,
        String earmark,
        BigDecimal received,
        BigDecimal inKind,
        BigDecimal allocated,
        BigDecimal paid,
        BigDecimal balance,
        BigDecimal free,
        BigDecimal approved,
        List<Receipt> receipts,
        List<Approval> approvals,
        List<Refund> refunds,
        List<Publication> publications,
        List<Overdrawn> negativeOn) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static FundState evolve(@Nullable FundState state, FundEvent event) {
        return switch (event) {
            case FundOpened e -> opened(e);
            case DonationRecorded e -> known(state).in(e.money().yuan(), e.occurredOn());
            case UnitContributionRecorded e -> known(state).in(e.money().yuan(), e.occurredOn());
            case GrantRecorded e -> known(state).in(e.money().yuan(), e.occurredOn());
            case InKindDonationRecorded e -> known(state).given(e.amount().yuan());
            case FundsAllocated e -> known(state).setAside(e.money().yuan());
            case PaidFromFund e -> known(state).out(e.money().yuan(), e.occurredOn());
            case RefundedToFund e -> known(state).back(e);
            case PaymentApproved e -> known(state).approve(e);
            case ReceiptIssued e -> known(state).receipts(with(known(state).receipts, Receipt.of(e)));
            case ReceiptCancelled e -> known(state).cancel(e);
            case FundUsePublished e -> known(state).publish(e);
            case Voids<?> e -> known(state);
            case Corrects<?> e -> known(state);
        };
    }

    private static FundState known(@Nullable FundState state) {
        return Objects.requireNonNull(state);
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static FundState opened(FundOpened e) {
        return new FundState(
                e.fundId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                e.villageId(),
                e.earmark(),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private FundState in(BigDecimal yuan, LocalDate day) {
        return sums(received.add(yuan), inKind, allocated, paid).dated(day);
    }

    private FundState given(BigDecimal yuan) {
        return sums(received, inKind.add(yuan), allocated, paid);
    }

    private FundState setAside(BigDecimal yuan) {
        return sums(received, inKind, allocated.add(yuan), paid);
    }

    private FundState out(BigDecimal yuan, LocalDate day) {
        return sums(received, inKind, allocated, paid.add(yuan)).dated(day);
    }

    private FundState back(RefundedToFund e) {
        FundState s = out(e.money().yuan().negate(), e.occurredOn());
        return s.lists(
                s.approved, s.receipts, s.approvals, with(s.refunds, Refund.of(e)), s.publications, s.negativeOn);
    }

    private FundState approve(PaymentApproved e) {
        return lists(
                approved.add(e.money().yuan()),
                receipts,
                with(approvals, Approval.of(e)),
                refunds,
                publications,
                negativeOn);
    }

    private FundState cancel(ReceiptCancelled e) {
        return receipts(receipts.stream()
                .map(r -> r.receiptId().equals(e.receiptId()) ? r.cancel() : r)
                .toList());
    }

    private FundState receipts(List<Receipt> changed) {
        return lists(approved, changed, approvals, refunds, publications, negativeOn);
    }

    private FundState publish(FundUsePublished e) {
        return lists(approved, receipts, approvals, refunds, with(publications, Publication.of(e)), negativeOn);
    }

    private FundState dated(LocalDate day) {
        return lists(approved, receipts, approvals, refunds, publications, Overdrawn.after(negativeOn, day, balance));
    }

    private FundState sums(BigDecimal in, BigDecimal kind, BigDecimal aside, BigDecimal out) {
        return new FundState(
                fundId,
                programmeId,
                organisationId,
                divisionId,
                villageId,
                earmark,
                in,
                kind,
                aside,
                out,
                in.subtract(out),
                in.subtract(aside),
                approved,
                receipts,
                approvals,
                refunds,
                publications,
                negativeOn);
    }

    private FundState lists(
            BigDecimal agreed,
            List<Receipt> receipted,
            List<Approval> agreements,
            List<Refund> returned,
            List<Publication> shown,
            List<Overdrawn> negative) {
        return new FundState(
                fundId,
                programmeId,
                organisationId,
                divisionId,
                villageId,
                earmark,
                received,
                inKind,
                allocated,
                paid,
                balance,
                free,
                agreed,
                receipted,
                agreements,
                returned,
                shown,
                negative);
    }
}
