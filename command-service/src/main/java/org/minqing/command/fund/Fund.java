package org.minqing.command.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.AllocationVoided;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.DonationVoided;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundVoided;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationVoided;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.PaymentVoided;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.UnitContributionVoided;
import org.minqing.events.fund.InKindItem;

/**
 * A fund 专项资金: what was paid never exceeds what was set aside, nor that what was received. Judged in the order in which
 * entries are made, not by their days; entries are reversed, never edited.
 */
@Aggregate
class Fund {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable FundOpened opened;
    private @Nullable UUID openingId;
    private final Balance balance = new Balance();
    private final Map<UUID, FundEvent> entries = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();

    Fund() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenFund command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        String villageId = command.villageId(situation);
        if (opened != null) {
            throw Refusal.alreadyExists("Fund", opened.fundId());
        }
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, day);
        String seat =
                InForce.organisation(situation, command.organisationId(), day).divisionId();
        situation.apply(new FundOpened(
                UUID.fromString(command.streamId(situation)),
                command.programmeId(),
                command.organisationId(),
                villageId == null ? seat : villageId,
                command.earmark(),
                villageId,
                day));
    }

    @CommandHandler
    void handle(VoidFund command, Situation situation) {
        if (opened == null || openingId == null) {
            return;
        }
        belongs(opened, command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(opened.occurredOn(), command.occurredOn());
        if (!entries.isEmpty()) {
            throw Refusal.conflict("fund-in-use", entries.size());
        }
        situation.apply(new FundVoided(
                opened.fundId(),
                opened.programmeId(),
                opened.organisationId(),
                opened.divisionId(),
                opened.earmark(),
                openingId,
                opened,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(RecordDonation command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> new DonationRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                donor,
                money,
                day));
    }

    @CommandHandler
    void handle(RecordUnitContribution command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), null).classed(situation, day, command.officeId(), command.taskCode());
        InForce.organisation(situation, command.organisationId(), day);
        situation.apply(id -> new UnitContributionRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.organisationId(),
                money,
                day));
    }

    @CommandHandler
    void handle(RecordInKindDonation command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        List<InKindItem> items = IntStream.range(0, command.items().size())
                .mapToObj(i -> command.items().get(i).item("/items/" + i))
                .toList();
        Money worth = Amounts.money(
                "/items", items.stream().map(item -> item.amount().yuan()).reduce(BigDecimal.ZERO, BigDecimal::add));
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        Donor donor = command.donor().donor(situation);
        situation.apply(id -> new InKindDonationRecorded(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                donor,
                items,
                worth,
                day));
    }

    @CommandHandler
    void handle(AllocateFunds command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        if (command.purpose() == null && command.toProjectId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-project");
        }
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        if (command.toProjectId() != null) {
            InForce.project(situation, command.toProjectId(), day);
        }
        enough(balance.free(), money);
        situation.apply(id -> new FundsAllocated(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.purpose(),
                command.toProjectId(),
                money,
                day));
    }

    @CommandHandler
    void handle(PayFromFund command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Money money = Amounts.positive("/money/amount", command.money());
        if (command.purpose() == null && command.allocationId() == null) {
            throw Refusal.invalid("/purpose", "purpose-or-allocation");
        }
        FundOpened fund = standing();
        belongs(fund, command.programmeId(), command.organisationId())
                .classed(situation, day, command.officeId(), command.taskCode());
        FundsAllocated allocation = command.allocationId() == null ? null : allocation(command.allocationId());
        enough(balance.payable(command.allocationId()), money);
        String purpose = command.purpose() == null && allocation != null ? allocation.purpose() : command.purpose();
        situation.apply(id -> new PaidFromFund(
                fund.fundId(),
                fund.programmeId(),
                fund.organisationId(),
                fund.divisionId(),
                fund.earmark(),
                id,
                command.officeId(),
                command.taskCode(),
                command.allocationId(),
                purpose,
                allocation == null ? null : allocation.projectId(),
                command.payee().payee(),
                money,
                day));
    }

    @CommandHandler
    void handle(VoidDonation command, Situation situation) {
        FundEvent entry = entries.get(command.entryId());
        if (entry != null && !(entry instanceof DonationRecorded || entry instanceof InKindDonationRecorded)) {
            throw Refusal.conflict("not-a-donation", command.entryId());
        }
        reverse(
                command.entryId(),
                command.programmeId(),
                command.organisationId(),
                command.occurredOn(),
                new Reversal(command.reason(), command.reasonCode()),
                situation);
    }

    @CommandHandler
    void handle(ReverseEntry command, Situation situation) {
        reverse(
                command.entryId(),
                command.programmeId(),
                command.organisationId(),
                command.occurredOn(),
                new Reversal(command.reason(), command.reasonCode()),
                situation);
    }

    private void reverse(
            UUID entryId,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            @Nullable LocalDate occurredOn,
            Reversal reversal,
            Situation situation) {
        if (reversed.contains(entryId)) {
            return;
        }
        FundEvent entry = entries.get(entryId);
        if (entry == null) {
            throw Refusal.notFound("FundEntry", entryId);
        }
        new Responsibility(entry.programmeId(), entry.organisationId()).refuseOther(programmeId, organisationId);
        situation.dayOf(entry.occurredOn(), occurredOn);
        switch (entry) {
            case DonationRecorded e -> stillFree(e.money());
            case UnitContributionRecorded e -> stillFree(e.money());
            case FundsAllocated e -> stillUnused(e);
            default -> {} // goods are no money of the fund, and a payment taken back leaves more of it
        }
        situation.apply(reversal.of(entry));
    }

    private FundOpened standing() {
        if (opened == null) {
            throw Refusal.conflict("fund-voided");
        }
        return opened;
    }

    private static Responsibility belongs(FundOpened fund, @Nullable UUID programmeId, @Nullable UUID organisationId) {
        return new Responsibility(fund.programmeId(), fund.organisationId()).refuseOther(programmeId, organisationId);
    }

    private FundsAllocated allocation(UUID allocationId) {
        if (entries.get(allocationId) instanceof FundsAllocated allocation) {
            return allocation;
        }
        throw Refusal.notFound("Allocation", allocationId);
    }

    private static void enough(BigDecimal left, Money asked) {
        if (left.compareTo(asked.yuan()) < 0) {
            throw Refusal.conflict("insufficient-funds", Money.yuan(left).amount(), asked.amount());
        }
    }

    private void stillFree(Money money) {
        if (balance.free().compareTo(money.yuan()) < 0) {
            throw Refusal.conflict("money-set-aside", Money.yuan(balance.free()).amount(), money.amount());
        }
    }

    private void stillUnused(FundsAllocated allocation) {
        if (balance.inUse(allocation.entryId())) {
            throw Refusal.conflict("money-paid-out", allocation.entryId());
        }
    }

    @EventSourcingHandler
    void on(FundEvent event, @EventId UUID id) {
        stream = "Fund-" + event.fundId();
        switch (event) {
            case FundOpened e -> {
                opened = e;
                openingId = id;
            }
            case FundVoided e -> opened = null;
            case DonationRecorded e -> {
                entries.put(e.entryId(), e);
                balance.receive(e.money());
            }
            case UnitContributionRecorded e -> {
                entries.put(e.entryId(), e);
                balance.receive(e.money());
            }
            case InKindDonationRecorded e -> entries.put(e.entryId(), e);
            case FundsAllocated e -> {
                entries.put(e.entryId(), e);
                balance.allocate(e);
            }
            case PaidFromFund e -> {
                entries.put(e.entryId(), e);
                balance.pay(e);
            }
            case DonationVoided e -> {
                leaveOut(e.target());
                balance.takeBack(e.before().money());
            }
            case UnitContributionVoided e -> {
                leaveOut(e.target());
                balance.takeBack(e.before().money());
            }
            case InKindDonationVoided e -> leaveOut(e.target());
            case AllocationVoided e -> {
                leaveOut(e.target());
                balance.release(e.before());
            }
            case PaymentVoided e -> {
                leaveOut(e.target());
                balance.payBack(e.before());
            }
        }
    }

    private void leaveOut(UUID entryId) {
        entries.remove(entryId);
        reversed.add(entryId);
    }
}
