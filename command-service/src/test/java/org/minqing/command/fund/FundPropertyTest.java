package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.AllocateFunds;
import org.minqing.command.fund.FundCommand.IssueReceipt;
import org.minqing.command.fund.FundCommand.PayFromFund;
import org.minqing.command.fund.FundCommand.RecordDonation;
import org.minqing.command.fund.FundCommand.RecordGrant;
import org.minqing.command.fund.FundCommand.RecordUnitContribution;
import org.minqing.command.fund.FundCommand.RefundToFund;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Money;
import org.minqing.events.Voided;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundEntry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.Income;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.log.Seeds;

/** Random commands, judged beside the fund by sums over what stands. */
class FundPropertyTest {
    private static final UUID PROJECT = new UUID(10, 1);

    enum Deed {
        DONATE,
        CONTRIBUTE,
        ALLOCATE,
        ALLOCATE_TO_PROJECT,
        PAY,
        PAY_FROM_ALLOCATION,
        GRANT,
        REFUND,
        RECEIPT,
        VOID,
        VOID_WITH_FOLLOWING,
        CORRECT
    }

    /** @param pick which of the entries that stand it is about */
    record Try(Deed deed, BigDecimal yuan, int pick) {}

    @Test
    void paid_never_exceeds_allocated_nor_that_received_and_receipts_have_no_gap() {
        Seeds.each(40, random -> judged(tries(random)));
    }

    private static void judged(List<Try> tries) {
        List<DomainEvent> history = new ArrayList<>(List.of(OPENED));
        for (int i = 0; i < tries.size(); i++) {
            Try next = tries.get(i);
            UUID picked = picked(next, standing(history));
            Outcome outcome = outcome(next, picked, i, history);
            if (outcome == null) {
                continue;
            }
            assertThat(outcome.refusal() == null)
                    .as("%s after %s", next, history)
                    .isEqualTo(possible(next, picked, history));
            history.addAll(
                    outcome.events().stream().map(DomainEvent.class::cast).toList());
            holds(standing(history));
            numbered(history);
        }
    }

    private static @Nullable Outcome outcome(Try next, @Nullable UUID picked, int ordinal, List<DomainEvent> history) {
        CommandFixture fixture = fixture()
                .today("2013-12-31")
                .known("Project", PROJECT, project(PROJECT))
                .given(history.toArray(DomainEvent[]::new))
                .commandId(new UUID(77, ordinal));
        if (next.deed() == Deed.VOID || next.deed() == Deed.VOID_WITH_FOLLOWING) {
            return picked == null
                    ? null
                    : next.deed() == Deed.VOID ? fixture.whenVoided(picked) : fixture.whenVoidedWithFollowing(picked);
        }
        if (next.deed() == Deed.CORRECT) {
            return picked == null
                    ? null
                    : fixture.whenCorrected(
                            picked, "{\"money\": {\"amount\": \"%s\"}}".formatted(next.yuan()), next.pick() % 2 == 0);
        }
        Object command = command(next, picked);
        return command == null
                ? null
                : fixture.on(next.deed() == Deed.RECEIPT ? receiptDay(next) : DAY)
                        .when(command);
    }

    private static List<Try> tries(Random random) {
        return Stream.generate(() -> new Try(any(random, Deed.values()), yuan(random), random.nextInt(10)))
                .limit(20 + random.nextInt(21))
                .toList();
    }

    /** Half of them round, so that sums come out even; of the rest many are small. */
    private static BigDecimal yuan(Random random) {
        return BigDecimal.valueOf(
                random.nextBoolean()
                        ? any(random, 5_000, 10_000)
                        : 1 + random.nextInt(any(random, 1, 10, 100, 1_000, 10_000, 10_000)),
                2);
    }

    @SafeVarargs
    private static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static @Nullable Object command(Try next, @Nullable UUID picked) {
        Money money = Money.yuan(next.yuan());
        DonorInput donor = new DonorInput(DonorKind.CADRE, CADRE, null);
        return switch (next.deed()) {
            case DONATE -> new RecordDonation(FUND, null, null, donor, money);
            case CONTRIBUTE -> new RecordUnitContribution(FUND, CITY, null, null, money);
            case GRANT -> new RecordGrant(FUND, null, null, "市财政局", null, money);
            case ALLOCATE -> new AllocateFunds(FUND, null, null, "铺设水管", null, money);
            case ALLOCATE_TO_PROJECT -> new AllocateFunds(FUND, null, null, null, PROJECT, money);
            case PAY -> new PayFromFund(FUND, null, null, payee(), money, "铺设水管", null, null);
            case PAY_FROM_ALLOCATION ->
                picked == null ? null : new PayFromFund(FUND, null, null, payee(), money, null, picked, null);
            case REFUND -> picked == null ? null : new RefundToFund(FUND, picked, money);
            case RECEIPT -> picked == null ? null : new IssueReceipt(FUND, picked);
            case VOID, VOID_WITH_FOLLOWING, CORRECT -> throw new AssertionError(next);
        };
    }

    private static @Nullable UUID picked(Try next, List<FundEvent> standing) {
        List<UUID> ids = standing.stream()
                .filter(e -> switch (next.deed()) {
                    case VOID, VOID_WITH_FOLLOWING -> true;
                    case CORRECT -> e instanceof FundEntry;
                    case REFUND -> e instanceof PaidFromFund;
                    case RECEIPT -> e instanceof Income;
                    default -> e instanceof FundsAllocated;
                })
                .map(FundPropertyTest::id)
                .toList();
        return ids.isEmpty() ? null : ids.get(next.pick() % ids.size());
    }

    /** Whether whatever stands then could have been entered one after the other. */
    private static boolean possible(Try next, @Nullable UUID picked, List<DomainEvent> history) {
        List<FundEvent> standing = standing(history);
        return switch (next.deed()) {
            case DONATE, CONTRIBUTE, GRANT, RECEIPT, VOID_WITH_FOLLOWING -> true;
            case VOID ->
                enterable(standing.stream().filter(e -> !id(e).equals(picked)).toList());
            case CORRECT -> {
                FundEvent after = with(next.yuan(), entry(standing, picked));
                List<FundEvent> before =
                        standing.stream().takeWhile(e -> !id(e).equals(picked)).toList();
                yield follows(after, before)
                        && (next.pick() % 2 == 0
                                || enterable(standing.stream()
                                        .map(e -> id(e).equals(picked) ? after : e)
                                        .toList()));
            }
            case ALLOCATE ->
                received(standing).compareTo(allocated(standing, a -> true).add(next.yuan())) >= 0;
            case ALLOCATE_TO_PROJECT ->
                received(standing).compareTo(allocated(standing, a -> true).add(next.yuan())) >= 0;
            case PAY -> purse(standing).compareTo(next.yuan()) >= 0;
            case PAY_FROM_ALLOCATION -> left(standing, picked).compareTo(next.yuan()) >= 0;
            case REFUND -> paid(standing, p -> id(p).equals(picked)).compareTo(next.yuan()) >= 0;
        };
    }

    private static FundEvent with(BigDecimal yuan, FundEvent event) {
        Money money = Money.yuan(yuan);
        return switch (event) {
            case DonationRecorded e -> new DonationRecorded(OF, e.entry(), e.donor(), money, DAY);
            case UnitContributionRecorded e ->
                new UnitContributionRecorded(OF, e.entry(), e.contributorId(), money, DAY);
            case GrantRecorded e ->
                new GrantRecorded(OF, e.entry(), e.villageId(), e.source(), e.documentNo(), money, DAY);
            case FundsAllocated e -> new FundsAllocated(OF, e.entry(), e.purpose(), e.projectId(), money, DAY);
            case PaidFromFund e -> new PaidFromFund(OF, e.entry(), e.from(), e.payee(), money, null, DAY);
            case RefundedToFund e ->
                new RefundedToFund(
                        OF, e.entryId(), e.paymentId(), e.allocationId(), e.projectId(), money, e.occurredOn());
            default -> throw new AssertionError(event);
        };
    }

    private static boolean enterable(List<FundEvent> events) {
        return IntStream.range(0, events.size()).allMatch(i -> follows(events.get(i), events.subList(0, i)));
    }

    private static boolean follows(FundEvent event, List<FundEvent> before) {
        return switch (event) {
            case Income e -> true;
            case FundsAllocated e ->
                received(before)
                                .compareTo(allocated(before, a -> true)
                                        .add(e.money().yuan()))
                        >= 0;
            case PaidFromFund e ->
                e.from().allocationId() == null
                        ? purse(before).compareTo(e.money().yuan()) >= 0
                        : stands(before, e.from().allocationId())
                                && left(before, e.from().allocationId())
                                                .compareTo(e.money().yuan())
                                        >= 0;
            case RefundedToFund e ->
                paid(before, p -> id(p).equals(e.paymentId()))
                                .compareTo(e.money().yuan())
                        >= 0;
            case ReceiptIssued e ->
                stands(before, e.entryId())
                        && ((Income) entry(before, e.entryId())).money().equals(e.money());
            default -> throw new AssertionError(event);
        };
    }

    private static boolean stands(List<FundEvent> events, UUID id) {
        return events.stream().anyMatch(e -> id(e).equals(id));
    }

    /** What may be paid from an allocation. */
    private static BigDecimal left(List<FundEvent> standing, @Nullable UUID allocationId) {
        FundsAllocated from = (FundsAllocated) entry(standing, allocationId);
        BigDecimal left = from.money()
                .yuan()
                .subtract(paid(standing, p -> id(from).equals(p.from().allocationId())));
        return from.projectId() == null ? left.min(purse(standing)) : left;
    }

    private static LocalDate receiptDay(Try next) {
        return next.pick() % 3 == 0 ? DAY.plusYears(1) : DAY;
    }

    /** In each year 1, 2, 3, ... in the order in which they were made out, voided or not; no entry has two that hold. */
    private static void numbered(List<DomainEvent> history) {
        Map<Integer, Integer> last = new HashMap<>();
        for (DomainEvent event : history) {
            if (event instanceof ReceiptIssued receipt) {
                assertThat(receipt.number()).isEqualTo(last.merge(receipt.year(), 1, Integer::sum));
            }
        }
        List<FundEvent> standing = standing(history);
        List<UUID> holding = standing.stream()
                .filter(ReceiptIssued.class::isInstance)
                .map(e -> ((ReceiptIssued) e).entryId())
                .toList();
        assertThat(holding).doesNotHaveDuplicates();
        assertThat(standing).extracting(FundPropertyTest::id).containsAll(holding);
    }

    private static void holds(List<FundEvent> standing) {
        BigDecimal allocated = allocated(standing, a -> true);
        assertThat(allocated).isLessThanOrEqualTo(received(standing));
        assertThat(paid(standing, p -> true)).isLessThanOrEqualTo(allocated);
        for (FundEvent e : standing) {
            if (e instanceof FundsAllocated a) {
                assertThat(paid(standing, p -> id(a).equals(p.from().allocationId())))
                        .isLessThanOrEqualTo(a.money().yuan());
            }
        }
    }

    /** Set aside for purposes, less what was paid for purposes. */
    private static BigDecimal purse(List<FundEvent> standing) {
        return allocated(standing, a -> a.projectId() == null)
                .subtract(paid(standing, p -> p.from().projectId() == null));
    }

    private static BigDecimal received(List<FundEvent> standing) {
        return standing.stream().map(FundPropertyTest::yuanIn).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal yuanIn(FundEvent entry) {
        return switch (entry) {
            case DonationRecorded d -> d.money().yuan();
            case UnitContributionRecorded c -> c.money().yuan();
            case GrantRecorded g -> g.money().yuan();
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal allocated(List<FundEvent> standing, Predicate<FundsAllocated> which) {
        return standing.stream()
                .filter(e -> e instanceof FundsAllocated a && which.test(a))
                .map(e -> ((FundsAllocated) e).money().yuan())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Less what came back. */
    private static BigDecimal paid(List<FundEvent> standing, Predicate<PaidFromFund> which) {
        List<UUID> payments = standing.stream()
                .filter(e -> e instanceof PaidFromFund p && which.test(p))
                .map(FundPropertyTest::id)
                .toList();
        return standing.stream()
                .map(e -> switch (e) {
                    case PaidFromFund p
                    when payments.contains(id(p)) -> p.money().yuan();
                    case RefundedToFund r
                    when payments.contains(r.paymentId()) -> r.money().yuan().negate();
                    default -> BigDecimal.ZERO;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<FundEvent> standing(List<DomainEvent> history) {
        Map<UUID, FundEvent> standing = new LinkedHashMap<>();
        for (DomainEvent event : history) {
            switch (event) {
                case Voided<?> v -> standing.remove(v.target());
                case Corrected<?> c -> standing.put(c.target(), (FundEvent) c.after());
                case FundOpened e -> {}
                case FundEvent e -> standing.put(id(e), e);
                default -> throw new AssertionError(event);
            }
        }
        return List.copyOf(standing.values());
    }

    private static FundEvent entry(List<FundEvent> standing, @Nullable UUID id) {
        return standing.stream().filter(e -> id(e).equals(id)).findFirst().orElseThrow();
    }

    private static UUID id(FundEvent event) {
        return Objects.requireNonNull(Funds.id(event));
    }
}
