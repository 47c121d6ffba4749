package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.line;
import static org.minqing.command.project.Projects.yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.project.ProjectCommand.AddInvestmentLine;
import org.minqing.command.project.ProjectCommand.AdvanceInvestmentLine;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.log.Seeds;

/** Random commands about lines of investment, judged beside the project by a plain book of lines. */
class ProjectPropertyTest {
    private static final Map<InvestmentStage, LocalDate> DAYS = Map.of(
            InvestmentStage.APPROVED, DAY,
            InvestmentStage.PAID, DAY.plusDays(10),
            InvestmentStage.SETTLED, DAY.plusDays(20));

    enum Deed {
        ADD,
        ADVANCE,
        CORRECT,
        VOID_LINE,
        VOID_STAGE
    }

    /** @param pick which of the lines ever added it is about */
    record Try(Deed deed, int pick, InvestmentSource source, InvestmentStage stage, BigDecimal yuan) {}

    /** A line as it should stand. */
    record Line(InvestmentSource source, BigDecimal yuan, InvestmentStage stage) {}

    @Test
    void each_line_counts_once_at_its_last_money_whatever_the_order() {
        Seeds.each(80, random -> judged(tries(random)));
    }

    private static void judged(List<Try> tries) {
        List<DomainEvent> history = new ArrayList<>(List.of(PROPOSED));
        List<UUID> ever = new ArrayList<>();
        Map<UUID, Line> book = new HashMap<>();
        for (int i = 0; i < tries.size(); i++) {
            Try next = tries.get(i);
            if (next.deed() != Deed.ADD && ever.isEmpty()) {
                continue;
            }
            CommandFixture fixture =
                    fixture().given(history.toArray(DomainEvent[]::new)).commandId(new UUID(77, i));
            if (next.deed() == Deed.ADD) {
                InvestmentLineAdded added =
                        sent(fixture.on(DAY), next, new UUID(0, 0), history).only(InvestmentLineAdded.class);
                UUID lineId = CommandFixture.givenId(history.size());
                Investment line = new Investment(
                        lineId, added.investment().source(), added.investment().money());
                history.add(new InvestmentLineAdded(added.of(), added.classification(), line, added.occurredOn()));
                ever.add(lineId);
                book.put(lineId, new Line(next.source(), next.yuan(), InvestmentStage.APPROVED));
            } else {
                UUID lineId = ever.get(next.pick() % ever.size());
                sent(fixture, next, lineId, history).events().forEach(event -> history.add((DomainEvent) event));
                enter(book, next, lineId);
            }
            assertThat(counted(history))
                    .as("%s after %s", next, history)
                    .isEqualByComparingTo(
                            book.values().stream().map(Line::yuan).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(bySource(history)).isEqualTo(expectedBySource(book));
            assertThat(stages(history)).isEqualTo(expectedStages(book));
        }
    }

    private static List<Try> tries(Random random) {
        return Stream.generate(() -> new Try(
                        any(random, Deed.values()),
                        random.nextInt(10),
                        any(random, InvestmentSource.values()),
                        any(random, InvestmentStage.values()),
                        amount(random)))
                .limit(random.nextInt(31))
                .toList();
    }

    /** From a cent to a million, as often small as large. */
    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(any(random, 1, 100, 10_000, 1_000_000, 100_000_000)), 2);
    }

    @SafeVarargs
    private static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static Outcome sent(CommandFixture fixture, Try next, UUID lineId, List<DomainEvent> history) {
        String yuan = next.yuan().toPlainString();
        return switch (next.deed()) {
            case ADD -> fixture.when(new AddInvestmentLine(PROJECT, null, null, next.source(), yuan(yuan)));
            case ADVANCE ->
                fixture.on(DAYS.get(next.stage())).when(new AdvanceInvestmentLine(PROJECT, lineId, next.stage()));
            case CORRECT -> fixture.whenCorrected(lineId, """
                        {"source": "%s", "money": {"amount": "%s"}}""".formatted(next.source(), yuan));
            case VOID_LINE -> fixture.whenVoidedWithFollowing(lineId);
            case VOID_STAGE -> fixture.whenVoidedWithFollowing(stage(history, lineId, next.stage()));
        };
    }

    /** The last event that brought a line to a stage; one nobody knows where there is none. */
    private static UUID stage(List<DomainEvent> history, UUID lineId, InvestmentStage stage) {
        if (stage == InvestmentStage.APPROVED) {
            return lineId;
        }
        for (int i = history.size() - 1; i > 0; i--) {
            if (history.get(i) instanceof InvestmentLineAdvanced e
                    && e.investment().lineId().equals(lineId)
                    && e.stage() == stage) {
                return CommandFixture.givenId(i);
            }
        }
        return new UUID(9, 9);
    }

    /** What should come of it; what is impossible changes nothing. */
    private static void enter(Map<UUID, Line> book, Try next, UUID lineId) {
        book.computeIfPresent(lineId, (id, line) -> switch (next.deed()) {
            case ADD -> throw new AssertionError();
            case ADVANCE ->
                next.stage().ordinal() == line.stage().ordinal() + 1
                        ? new Line(line.source(), line.yuan(), next.stage())
                        : line;
            case CORRECT -> new Line(next.source(), next.yuan(), line.stage());
            case VOID_LINE -> null;
            case VOID_STAGE -> {
                if (next.stage() == InvestmentStage.APPROVED) {
                    yield null;
                }
                yield line.stage().compareTo(next.stage()) < 0
                        ? line
                        : new Line(
                                line.source(),
                                line.yuan(),
                                InvestmentStage.values()[next.stage().ordinal() - 1]);
            }
        });
    }

    /** Signed, as readers count: what was added, less what was taken back, and what a correction puts in its place. */
    private static BigDecimal counted(List<DomainEvent> history) {
        return bySource(history).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<InvestmentSource, BigDecimal> bySource(List<DomainEvent> history) {
        Map<InvestmentSource, BigDecimal> sums = new HashMap<>();
        for (DomainEvent event : history) {
            switch (event) {
                case InvestmentLineAdded e -> add(sums, e, 1);
                case Voided<?> e when e.before() instanceof InvestmentLineAdded before -> add(sums, before, -1);
                case Corrected<?> e when e.before() instanceof InvestmentLineAdvanced -> {} // with its line
                case Corrected<?> e -> {
                    add(sums, (InvestmentLineAdded) e.before(), -1);
                    add(sums, (InvestmentLineAdded) e.after(), 1);
                }
                case InvestmentLineAdvanced e -> {} // comes further, is no more
                case Voided<?> e -> assertThat(e.before()).isInstanceOf(InvestmentLineAdvanced.class);
                default -> assertThat(event).isSameAs(PROPOSED);
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static void add(Map<InvestmentSource, BigDecimal> sums, InvestmentLineAdded added, int sign) {
        Investment line = added.investment();
        sums.merge(line.source(), line.money().yuan().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
    }

    private static Map<InvestmentSource, BigDecimal> expectedBySource(Map<UUID, Line> book) {
        Map<InvestmentSource, BigDecimal> sums = new HashMap<>();
        book.values().forEach(line -> sums.merge(line.source(), line.yuan(), BigDecimal::add));
        return sums;
    }

    private static Map<UUID, InvestmentStage> stages(List<DomainEvent> history) {
        Map<UUID, InvestmentStage> stages = new HashMap<>();
        for (DomainEvent event : history) {
            switch (event) {
                case InvestmentLineAdded e -> stages.put(e.investment().lineId(), InvestmentStage.APPROVED);
                case InvestmentLineAdvanced e -> stages.put(e.investment().lineId(), e.stage());
                case Voided<?> e
                when e.before() instanceof InvestmentLineAdvanced before ->
                    stages.put(before.investment().lineId(), before.from());
                case Voided<?> e
                when e.before() instanceof InvestmentLineAdded before ->
                    stages.remove(before.investment().lineId());
                default -> {}
            }
        }
        return stages;
    }

    private static Map<UUID, InvestmentStage> expectedStages(Map<UUID, Line> book) {
        Map<UUID, InvestmentStage> stages = new HashMap<>();
        book.forEach((id, line) -> stages.put(id, line.stage()));
        return stages;
    }
}
