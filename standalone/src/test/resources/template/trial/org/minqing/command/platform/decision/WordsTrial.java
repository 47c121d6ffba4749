package org.minqing.command.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventTypes;

/** The new events, commands and refusals are found by the platform, and said in both languages. */
public class WordsTrial implements Runnable {
    private final Texts texts = new Texts();

    @Override
    public void run() {
        Set<String> events = EventTypes.scan("org.minqing.events").all().keySet();
        assertThat(events)
                .contains(
                        "Fund.HeatingSubsidyRecorded",
                        "WellRepair.WellReported",
                        "WellRepair.RepairOrdered",
                        "WellRepair.RepairDone",
                        "WellRepair.RepairChecked");
        CommandTypes commands = CommandTypes.scan("org.minqing.command");
        assertThat(commands.all())
                .extracting(CommandType::name)
                .contains("RecordHeatingSubsidy", "ReportWell", "OrderRepair", "ReportRepair", "CheckRepair");
        List<String> keys = new ArrayList<>();
        events.forEach(event -> keys.add("event." + event));
        commands.all().forEach(command -> keys.add("command." + command.name()));
        commands.aggregates().stream()
                .filter(ProcessAggregate.class::isAssignableFrom)
                .flatMap(WordsTrial::refusals)
                .forEach(code -> keys.addAll(List.of("problem." + code, "problem." + code + ".title")));
        assertThat(missing(keys)).as("texts that are missing").isEmpty();
        assertThat(said(Language.ZH)).containsExactlyInAnyOrderElementsOf(said(Language.EN));
        assertThat(texts.twice()).isEmpty();
    }

    /** Units may stand for themselves in English. */
    private Set<String> said(Language language) {
        return texts.keys(language).stream()
                .filter(key -> !key.startsWith("unit."))
                .collect(Collectors.toSet());
    }

    /** Of a process: of one that is not or no longer there, and of every row of its table. */
    private static Stream<String> refusals(Class<?> aggregate) {
        String kind = Refusal.hyphenated(aggregate.getSimpleName());
        return Stream.concat(
                Stream.of(kind + "-not-found", kind + "-voided"),
                Arrays.stream(aggregate.getDeclaredFields())
                        .filter(field -> field.getType() == Transitions.class)
                        .flatMap(field -> table(field).rows().stream())
                        .flatMap(row -> row.conditions().stream())
                        .map(Transitions.Condition::code));
    }

    @SuppressWarnings("unchecked")
    private static Transitions<DomainEvent> table(Field field) {
        try {
            field.setAccessible(true);
            return (Transitions<DomainEvent>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> missing(List<String> keys) {
        return Arrays.stream(Language.values())
                .flatMap(language -> keys.stream()
                        .filter(key -> texts.find(language, key).isEmpty())
                        .map(key -> language + " " + key))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
