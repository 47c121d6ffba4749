package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.payee;
import static org.minqing.command.fund.Funds.project;
import static org.minqing.command.fund.Funds.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.events.Money;
import org.minqing.events.Voids;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.ReceiptCancelled;
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
        CANCEL_RECEIPT,
        REVERSE
    }

    /** @param pick which of the entries that stand it is about */
    record Try(Deed deed, BigDecimal yuan, int pick) {}

    @Test
    void paid_never_exceeds_allocated_nor_that_received_and_receipts_have_no_gap() {
        Seeds.each(40, random -> judged(tries(random)));
    }

    private static void judged(List<Try> tries) {
        List<FundEvent> history = new ArrayList<>(List.of(OPENED));
        for (int i = 0; i < tries.size(); i++) {
            Try next = tries.get(i);
            List<FundEvent> standing = standing(history);
            Object command = command(next, standing);
            if (command == null) {
                continue;
            }
            Outcome outcome = fixture()
                    .today("2013-12-31")
                    .known("Project", PROJECT, project(PROJECT))
                    .given(history.toArray(FundEvent[]::new))
                    .commandId(new UUID(77, i))
                    .when(command);
            assertThat(outcome.refusal() == null)
                    .as("%s after %s", next, history)
                    .isEqualTo(possible(next, history));
            outcome.events().forEach(event -> history.add((FundEvent) event));
            holds(standing(history));
            numbered(history);
        }
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

    private static @Nullable Object command(Try next, List<FundEvent> standing) {
        Money money = Money.yuan(next.yuan());
        UUID picked = picked(next, standing);
        return switch (next.deed()) {
            case DONATE ->
                new RecordDonation(
                        FUND, null, null, null, null, new DonorInput(DonorKind.CADRE, CADRE, null), money, DAY);
            case CONTRIBUTE -> new RecordUnitContribution(FUND, null, CITY, null, null, money, DAY);
            case ALLOCATE -> new AllocateFunds(FUND, null, null, null, null, "铺设水管", null, money, DAY);
            case ALLOCATE_TO_PROJECT -> new AllocateFunds(FUND, null, null, null, null, null, PROJECT, money, DAY);
            case PAY -> new PayFromFund(FUND, null, null, null, null, payee(), money, "铺设水管", null, null, DAY);
            case PAY_FROM_ALLOCATION ->
                picked == null
                        ? null
                        : new PayFromFund(FUND, null, null, null, null, payee(), money, null, picked, null, DAY);
            case GRANT -> new RecordGrant(FUND, null, null, null, null, "市财政局", null, money, DAY);
            case REFUND -> picked == null ? null : new RefundToFund(FUND, null, null, picked, money, DAY);
            case RECEIPT -> picked == null ? null : new IssueReceipt(FUND, null, null, picked, receiptDay(next));
            case CANCEL_RECEIPT ->
                picked == null ? null : new VoidReceipt(FUND, null, null, picked, text("误录"), null, null);
            case REVERSE -> picked == null ? null : new ReverseEntry(FUND, null, null, picked, text("误录"), null, null);
        };
    }

    private static @Nullable UUID picked(Try next, List<FundEvent> standing) {
        List<UUID> ids = standing.stream()
                .filter(e -> switch (next.deed()) {
                    case REVERSE -> true;
                    case REFUND -> e instanceof PaidFromFund;
                    case RECEIPT, CANCEL_RECEIPT -> yuanIn(e).signum() > 0;
                    default -> e instanceof FundsAllocated;
                })
                .map(FundPropertyTest::entryId)
                .toList();
        return ids.isEmpty() ? null : ids.get(next.pick() % ids.size());
    }

    /** Whether every rule still holds when the deed is done. */
    private static boolean possible(Try next, List<FundEvent> history) {
        List<FundEvent> standing = standing(history);
        BigDecimal yuan = next.yuan();
        UUID picked = picked(next, standing);
        return switch (next.deed()) {
            case DONATE, CONTRIBUTE, GRANT, RECEIPT -> true;
            case ALLOCATE, ALLOCATE_TO_PROJECT ->
                allocated(standing, a -> true).add(yuan).compareTo(received(standing)) <= 0;
            case PAY -> purse(standing).compareTo(yuan) >= 0;
            case PAY_FROM_ALLOCATION -> {
                FundsAllocated from = (FundsAllocated) entry(standing, picked);
                BigDecimal left = from.money()
                        .yuan()
                        .subtract(paid(standing, p -> from.entryId().equals(p.allocationId())));
                yield left.compareTo(yuan) >= 0
                        && (from.projectId() != null || purse(standing).compareTo(yuan) >= 0);
            }
            case REVERSE -> {
                List<FundEvent> after = new ArrayList<>(standing);
                after.removeIf(e -> entryId(e).equals(picked)
                        || e instanceof RefundedToFund r && r.paymentId().equals(picked));
                yield received(after).compareTo(allocated(after, a -> true)) >= 0
                        && purse(after).signum() >= 0
                        && noneOverpaid(after)
                        && after.stream()
                                .noneMatch(
                                        e -> e instanceof PaidFromFund p && Objects.equals(picked, p.allocationId()));
            }
            case REFUND -> paid(standing, p -> p.entryId().equals(picked)).compareTo(yuan) >= 0;
            case CANCEL_RECEIPT ->
                receipts(history).stream().anyMatch(r -> r.entryId().equals(picked));
        };
    }

    private static LocalDate receiptDay(Try next) {
        return next.pick() % 3 == 0 ? DAY.plusYears(1) : DAY;
    }

    private static boolean noneOverpaid(List<FundEvent> standing) {
        return standing.stream()
                .noneMatch(e -> e instanceof FundsAllocated a
                        && paid(standing, p -> a.entryId().equals(p.allocationId()))
                                        .compareTo(a.money().yuan())
                                > 0);
    }

    private static List<ReceiptIssued> receipts(List<FundEvent> history) {
        return history.stream()
                .filter(ReceiptIssued.class::isInstance)
                .map(ReceiptIssued.class::cast)
                .toList();
    }

    /** In each year 1, 2, 3, ... in the order in which they were made out; and no entry has two that hold. */
    private static void numbered(List<FundEvent> history) {
        Map<Integer, Integer> last = new HashMap<>();
        for (ReceiptIssued receipt : receipts(history)) {
            assertThat(receipt.number()).isEqualTo(last.merge(receipt.year(), 1, Integer::sum));
        }
        List<UUID> cancelled = history.stream()
                .filter(ReceiptCancelled.class::isInstance)
                .map(e -> ((ReceiptCancelled) e).receiptId())
                .toList();
        List<UUID> holding = receipts(history).stream()
                .filter(r -> !cancelled.contains(r.receiptId()))
                .map(ReceiptIssued::entryId)
                .toList();
        assertThat(holding).doesNotHaveDuplicates();
        assertThat(standing(history)).extracting(FundPropertyTest::entryId).containsAll(holding);
    }

    private static void holds(List<FundEvent> standing) {
        BigDecimal allocated = allocated(standing, a -> true);
        assertThat(allocated).isLessThanOrEqualTo(received(standing));
        assertThat(paid(standing, p -> true)).isLessThanOrEqualTo(allocated);
        for (FundEvent e : standing) {
            if (e instanceof FundsAllocated a) {
                assertThat(paid(standing, p -> a.entryId().equals(p.allocationId())))
                        .isLessThanOrEqualTo(a.money().yuan());
            }
        }
    }

    /** Set aside for purposes, less what was paid for purposes. */
    private static BigDecimal purse(List<FundEvent> standing) {
        return allocated(standing, a -> a.projectId() == null).subtract(paid(standing, p -> p.projectId() == null));
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
                .map(FundPropertyTest::entryId)
                .toList();
        return standing.stream()
                .map(e -> switch (e) {
                    case PaidFromFund p
                    when payments.contains(p.entryId()) -> p.money().yuan();
                    case RefundedToFund r
                    when payments.contains(r.paymentId()) -> r.money().yuan().negate();
                    default -> BigDecimal.ZERO;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<FundEvent> standing(List<FundEvent> history) {
        List<UUID> voided = history.stream()
                .filter(Voids.class::isInstance)
                .map(e -> ((Voids<?>) e).target())
                .toList();
        return history.stream()
                .filter(e -> !(e instanceof Voids<?> || e instanceof ReceiptIssued || e instanceof ReceiptCancelled)
                        && e != OPENED
                        && !voided.contains(entryId(e)))
                .toList();
    }

    private static FundEvent entry(List<FundEvent> standing, @Nullable UUID id) {
        return standing.stream().filter(e -> entryId(e).equals(id)).findFirst().orElseThrow();
    }

    private static UUID entryId(FundEvent event) {
        return switch (event) {
            case DonationRecorded e -> e.entryId();
            case UnitContributionRecorded e -> e.entryId();
            case FundsAllocated e -> e.entryId();
            case PaidFromFund e -> e.entryId();
            case GrantRecorded e -> e.entryId();
            case RefundedToFund e -> e.entryId();
            default -> throw new AssertionError(event);
        };
    }
}
