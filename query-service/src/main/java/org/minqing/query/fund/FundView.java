package org.minqing.query.fund;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Money;
import org.minqing.events.Voids;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
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
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.Fact;
import org.minqing.query.platform.Label;
import org.minqing.query.platform.View;
import org.springframework.stereotype.Component;

/** Feeds M09, M10, M22 and M23. */
@Component
class FundView implements View<FundEvent> {
    /** How the earmark of M09 and M10 is written. */
    private static final Set<String> WATER = Set.of("饮水", "water");
    /** How the earmark of M23 is written. */
    private static final String WORK = "工作经费";

    @Override
    public Class<FundEvent> family() {
        return FundEvent.class;
    }

    @Override
    public List<Entity<FundEvent, ?>> entities() {
        return List.of(fund(), entry());
    }

    private static Entity<FundEvent, FundState> fund() {
        return Entity.of(FundEvent.class, "Fund", "funds", FundState.class)
                .begunBy(FundOpened.class)
                .dimensions(s -> Dimensions.at(s.divisionId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .kind(s.earmark()))
                .label(s -> Label.of(s.earmark()))
                .evolve((state, event, id, meta) -> FundState.evolve(state, event));
    }

    private static Entity<FundEvent, EntryState> entry() {
        return Entity.of(FundEvent.class, "FundEntry", null, EntryState.class)
                .begunBy(
                        DonationRecorded.class,
                        InKindDonationRecorded.class,
                        UnitContributionRecorded.class,
                        GrantRecorded.class,
                        FundsAllocated.class,
                        PaymentApproved.class,
                        PaidFromFund.class,
                        RefundedToFund.class)
                .touchedBy((event, meta) -> {
                    EntryState entry = EntryState.of(event);
                    return entry == null ? List.of() : List.of(entry.entryId().toString());
                })
                .dimensions(s -> Dimensions.at(s.divisionId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .cadre(s.donor() == null ? null : cadre(s.donor()))
                        .kind(s.kind()))
                .evolve((state, event, id, meta) -> {
                    EntryState made = EntryState.of(event);
                    return made == null ? state : made;
                });
    }

    @Override
    public Stream<Fact> facts(FundEvent event, EventMeta meta) {
        return switch (event) {
            case DonationRecorded e -> {
                Fact gift = gift(e, e.entryId(), e.taskCode(), e.donor(), e.money(), "MONEY");
                boolean byCadreForWater = e.donor().kind() == DonorKind.CADRE && WATER.contains(e.earmark());
                yield byCadreForWater
                        ? Stream.of(
                                gift,
                                money("M09", e, e.entryId(), e.taskCode(), e.money(), e.earmark())
                                        .cadre(e.donor().id()))
                        : Stream.of(gift);
            }
            case InKindDonationRecorded e ->
                Stream.of(gift(e, e.entryId(), e.taskCode(), e.donor(), e.amount(), "KIND"));
            case UnitContributionRecorded e ->
                WATER.contains(e.earmark())
                        ? Stream.of(money("M10", e, e.entryId(), e.taskCode(), e.money(), e.earmark()))
                        : Stream.empty();
            case GrantRecorded e ->
                e.villageId() != null && e.earmark().equals(WORK)
                        ? Stream.of(money("M23", e, e.entryId(), e.taskCode(), e.money(), e.earmark())
                                .division(e.villageId()))
                        : Stream.empty();
            case FundOpened e -> Stream.empty();
            case FundsAllocated e -> Stream.empty();
            case PaymentApproved e -> Stream.empty();
            case PaidFromFund e -> Stream.empty();
            case RefundedToFund e -> Stream.empty();
            case ReceiptIssued e -> Stream.empty();
            case ReceiptCancelled e -> Stream.empty();
            case FundUsePublished e -> Stream.empty();
            case Corrects<?> e -> Stream.empty();
            case Voids<?> e -> Stream.empty();
        };
    }

    private static Fact gift(
            FundEvent event, UUID entry, @Nullable String task, Donor donor, Money money, String kind) {
        return money("M22", event, entry, task, money, kind).cadre(cadre(donor));
    }

    private static Fact money(
            String measure, FundEvent event, UUID entry, @Nullable String task, Money money, String kind) {
        return Fact.of(measure, event, entry).task(task).kind(kind).quantity(money.yuan());
    }

    private static @Nullable UUID cadre(Donor donor) {
        return donor.kind() == DonorKind.CADRE ? donor.id() : null;
    }
}
