package org.minqing.query.fund;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Likeness;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundEntry;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.Income;
import org.minqing.events.fund.FundEvent.Outlay;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentApproved;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.fund.Payee;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Fact;

/**
 * One entry in a fund's book, and all that is to be said of a kind of entry.
 *
 * @param purpose of an allocation or payment; of a grant, who granted it
 * @param aboutId of an approval or a payment the allocation, of a refund the payment
 */
record EntryState(
        UUID entryId,
        Account of,
        Kind kind,
        Money money,
        @Nullable Donor donor,
        @Nullable UUID contributorId,
        List<InKindItem> items,
        @Nullable String purpose,
        @Nullable Payee payee,
        @Nullable UUID aboutId) {
    /** How the earmark of M09 and M10 is written. */
    private static final Set<String> WATER = Set.of("饮水", "water");
    /** How the earmark of M23 is written. */
    private static final String WORK = "工作经费";

    enum Kind {
        DONATION(Side.RECEIVED),
        IN_KIND(Side.IN_KIND),
        UNIT_CONTRIBUTION(Side.RECEIVED),
        GRANT(Side.RECEIVED),
        ALLOCATION(Side.ALLOCATED),
        APPROVAL(Side.APPROVED),
        PAYMENT(Side.PAID),
        REFUND(Side.RETURNED);

        final Side side;

        Kind(Side side) {
            this.side = side;
        }
    }

    /** To which figure of the fund a kind of entry adds; what was returned is taken from what was paid. */
    enum Side {
        RECEIVED,
        IN_KIND,
        ALLOCATED,
        APPROVED,
        PAID,
        RETURNED
    }

    static EntryState of(FundEntry event) {
        return switch (event) {
            case DonationRecorded e -> income(e, Kind.DONATION, null, null);
            case InKindDonationRecorded e -> income(e, Kind.IN_KIND, null, null);
            case UnitContributionRecorded e -> income(e, Kind.UNIT_CONTRIBUTION, e.contributorId(), null);
            case GrantRecorded e -> income(e, Kind.GRANT, null, e.source());
            case FundsAllocated e -> use(e, e.entry().entryId(), Kind.ALLOCATION, e.purpose(), null, null);
            case PaymentApproved e -> use(e, e.entryId(), Kind.APPROVAL, null, null, e.allocationId());
            case PaidFromFund e -> outlay(e, Kind.PAYMENT, e.payee());
            case RefundedToFund e -> use(e, e.entryId(), Kind.REFUND, null, null, e.paymentId());
        };
    }

    private static EntryState income(Income e, Kind kind, @Nullable UUID contributor, @Nullable String granter) {
        List<InKindItem> items = e.items();
        return new EntryState(
                e.entry().entryId(),
                e.of(),
                kind,
                e.money(),
                e.donor(),
                contributor,
                items == null ? List.of() : items,
                granter,
                null,
                null);
    }

    private static EntryState outlay(Outlay e, Kind kind, @Nullable Payee payee) {
        return use(
                e,
                e.entry().entryId(),
                kind,
                e.from().purpose(),
                payee,
                e.from().allocationId());
    }

    private static EntryState use(
            FundEntry e,
            UUID entryId,
            Kind kind,
            @Nullable String purpose,
            @Nullable Payee payee,
            @Nullable UUID aboutId) {
        return new EntryState(entryId, e.of(), kind, e.money(), null, null, List.of(), purpose, payee, aboutId);
    }

    /** Feeds M09, M10, M22, M23, A12, A13 and A14. */
    static Stream<Fact> facts(FundEntry event) {
        return switch (event) {
            case DonationRecorded e -> {
                Fact gift = fact("M22", e, e.entry(), "MONEY").cadre(cadre(e.donor()));
                yield e.donor().kind() == DonorKind.CADRE
                        ? Stream.concat(
                                Stream.of(gift),
                                earmarked("M09", "A12", e, e.entry()).map(f -> f.cadre(cadre(e.donor()))))
                        : Stream.of(gift);
            }
            case InKindDonationRecorded e ->
                Stream.of(fact("M22", e, e.entry(), "KIND").cadre(cadre(e.donor())));
            case UnitContributionRecorded e -> earmarked("M10", "A13", e, e.entry());
            case GrantRecorded e ->
                e.villageId() != null && Likeness.same(e.of().earmark(), WORK)
                        ? Stream.of(fact("M23", e, e.entry(), WORK).division(e.villageId()))
                        : Stream.empty();
            case FundsAllocated e -> Stream.of(fact("A14", e, e.entry(), e.of().earmark()));
            case PaymentApproved e -> Stream.empty();
            case PaidFromFund e -> Stream.empty();
            case RefundedToFund e -> Stream.empty();
        };
    }

    /** For each purpose, and for water in a figure of its own. */
    private static Stream<Fact> earmarked(String ofWater, String ofAll, FundEntry e, Entry entry) {
        Fact given = fact(ofAll, e, entry, e.of().earmark());
        return forWater(e) ? Stream.of(fact(ofWater, e, entry, e.of().earmark()), given) : Stream.of(given);
    }

    private static boolean forWater(FundEntry e) {
        return WATER.contains(Likeness.of(e.of().earmark()));
    }

    private static Fact fact(String measure, FundEntry e, Entry entry, String kind) {
        return Fact.of(measure, e, entry.entryId())
                .task(entry.taskCode())
                .kind(kind)
                .quantity(e.money().yuan());
    }

    private static @Nullable UUID cadre(@Nullable Donor donor) {
        return donor != null && donor.kind() == DonorKind.CADRE ? donor.id() : null;
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(cadre(donor)).kind(kind);
    }
}
