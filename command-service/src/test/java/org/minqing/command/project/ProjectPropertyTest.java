package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.text;
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
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.events.Corrects;
import org.minqing.events.Money;
import org.minqing.events.Voids;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanceVoided;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.InvestmentLineCorrected;
import org.minqing.events.project.ProjectEvent.InvestmentLineVoided;
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
        List<ProjectEvent> history = new ArrayList<>(List.of(PROPOSED));
        List<UUID> ever = new ArrayList<>();
        Map<UUID, Line> book = new HashMap<>();
        for (int i = 0; i < tries.size(); i++) {
            Try next = tries.get(i);
            if (next.deed() != Deed.ADD && ever.isEmpty()) {
                continue;
            }
            UUID lineId = next.deed() == Deed.ADD ? new UUID(0, 0) : ever.get(next.pick() % ever.size());
            Outcome outcome = fixture()
                    .given(history.toArray(ProjectEvent[]::new))
                    .commandId(new UUID(77, i))
                    .when(command(next, lineId));
            outcome.events().forEach(event -> history.add((ProjectEvent) event));
            if (next.deed() == Deed.ADD) {
                InvestmentLineAdded added = outcome.only(InvestmentLineAdded.class);
                ever.add(added.lineId());
                book.put(added.lineId(), new Line(next.source(), next.yuan(), InvestmentStage.APPROVED));
            } else {
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

    private static Object command(Try next, UUID lineId) {
        Money money = yuan(next.yuan().toPlainString());
        return switch (next.deed()) {
            case ADD -> new AddInvestmentLine(PROJECT, null, null, null, null, next.source(), money, DAY);
            case ADVANCE ->
                new AdvanceInvestmentLine(PROJECT, null, null, lineId, next.stage(), DAYS.get(next.stage()));
            case CORRECT ->
                new CorrectInvestmentLine(
                        PROJECT, null, null, null, null, lineId, next.source(), money, text("误录"), null, null);
            case VOID_LINE -> new VoidInvestmentLine(PROJECT, null, null, lineId, null, text("误录"), null, null);
            case VOID_STAGE ->
                new VoidInvestmentLine(PROJECT, null, null, lineId, next.stage(), text("误录"), null, null);
        };
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
    private static BigDecimal counted(List<ProjectEvent> history) {
        return bySource(history).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<InvestmentSource, BigDecimal> bySource(List<ProjectEvent> history) {
        Map<InvestmentSource, BigDecimal> sums = new HashMap<>();
        for (ProjectEvent event : history) {
            switch (event) {
                case InvestmentLineAdded e -> add(sums, e, 1);
                case InvestmentLineVoided e -> add(sums, e.before(), -1);
                case InvestmentLineCorrected e -> {
                    add(sums, e.before(), -1);
                    add(sums, e.after(), 1);
                }
                case InvestmentLineAdvanced e -> {} // comes further, is no more
                case InvestmentLineAdvanceVoided e -> {}
                case Corrects<?> e -> throw new AssertionError(e);
                case Voids<?> e -> throw new AssertionError(e);
                default -> assertThat(event).isSameAs(PROPOSED);
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static void add(Map<InvestmentSource, BigDecimal> sums, InvestmentLineAdded line, int sign) {
        sums.merge(line.source(), line.money().yuan().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
    }

    private static Map<InvestmentSource, BigDecimal> expectedBySource(Map<UUID, Line> book) {
        Map<InvestmentSource, BigDecimal> sums = new HashMap<>();
        book.values().forEach(line -> sums.merge(line.source(), line.yuan(), BigDecimal::add));
        return sums;
    }

    private static Map<UUID, InvestmentStage> stages(List<ProjectEvent> history) {
        Map<UUID, InvestmentStage> stages = new HashMap<>();
        for (ProjectEvent event : history) {
            switch (event) {
                case InvestmentLineAdded e -> stages.put(e.lineId(), InvestmentStage.APPROVED);
                case InvestmentLineAdvanced e -> stages.put(e.lineId(), e.stage());
                case InvestmentLineAdvanceVoided e ->
                    stages.put(e.before().lineId(), e.before().from());
                case InvestmentLineVoided e -> stages.remove(e.target());
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
